import { holdsCardData } from '@duka/model';
import { fromFragment } from './course/link.ts';
import type { Guide, Opening, Page, Ports } from './guide.ts';
import { WORDS } from './words/words.ts';

/** Longest name of a terminal or a model that is taken from an address (contracts: terminal_id, 1–64). */
const LONGEST_NAME = 64;

/** The browser's own. Private windows and full disks refuse storage: the guide then forgets, and works. */
export function browserPorts(): Omit<Ports, 'tell'> {
  return {
    memory: {
      get(key) {
        try {
          return localStorage.getItem(key);
        } catch {
          return null;
        }
      },
      set(key, value) {
        try {
          localStorage.setItem(key, value);
        } catch {
          // Nothing that the cashier could do about it.
        }
      },
    },
    now: Date.now,
    newId: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}

const REPORT = '#r=';

/** Where a report is read: the address of this page, with the report behind it. */
export const linkOf = (fragment: string): string => `${location.origin}${location.pathname}${REPORT}${fragment}`;

/** What a sticker or a link says: `?terminal=…&model=…&lang=…`, and a report in the fragment. */
export function openingOf({ search, hash }: Pick<Location, 'search' | 'hash'>, languages: readonly string[]): Opening {
  const said = new URLSearchParams(search);
  const lang = said.get('lang') ?? languages[0] ?? 'zh';
  const handed = hash.startsWith(REPORT) ? fromFragment(hash.slice(REPORT.length)) : undefined;
  const page: Page = handed ? { kind: 'report', handed } : { kind: 'course' };
  return {
    context: { terminal: nameOf(said.get('terminal')), model: nameOf(said.get('model')) },
    lang: lang.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    page,
    notice: handed === null ? WORDS.link_broken : null,
  };
}

/** A name that is too long or could be a card number is nobody's name. */
function nameOf(written: string | null): string | null {
  const name = written?.trim() ?? '';
  return name === '' || name.length > LONGEST_NAME || holdsCardData(name) ? null : name;
}

/** The system's back key goes a step back in the guide, and leaves it only from its first screen. */
export function heedBackKey({ state, act, go }: Guide): void {
  history.pushState(null, '');
  addEventListener('popstate', () => {
    const { page, course } = state.get();
    if (page.kind !== 'course') go({ kind: 'course' });
    else if (course.log.length > 0 || course.now.kind === 'call') act({ kind: 'back' });
    else return history.back();
    history.pushState(null, '');
  });
  // A link opened in a window that already shows the guide changes the fragment only.
  addEventListener('hashchange', () => location.hash.startsWith(REPORT) && location.reload());
}
