import { networkInterfaces } from 'node:os';
import { fail, holdsCardData, quote } from '@duka/model';
import { readOptions } from '../options.ts';
import { OutFile } from '../out-file.ts';
import { sheetPdf } from '../sticker/pdf.ts';
import { sheetOf } from '../sticker/sheet.ts';
import { sheetSvg } from '../sticker/svg.ts';
import { printAll, printNote } from '../terminal.ts';
import { GUIDE_PORT } from './guide-port.ts';

const FORMATS = { svg: sheetSvg, pdf: sheetPdf } as const;
/** Of a terminal's id (contracts: the read attempt) and of a model's name. */
const LONGEST_NAME = 64;

/** `duka sticker`: exit status 0. @throws DukaError for exit status 2 */
export async function sticker(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    url: { type: 'string' },
    model: { type: 'string' },
    out: { type: 'string' },
  });
  if (positionals.length === 0) throw fail('usage.argument', { needed: { zh: '终端号', en: 'the id of a terminal' } });
  const render = FORMATS[formatOf(values.out)];
  const model = values.model === undefined ? undefined : nameOf('--model', values.model);
  const base = values.url === undefined ? ownAddress() : addressOf(values.url);
  const out = values.out === undefined ? null : await OutFile.at(values.out, []);
  const stickers = positionals.map((terminal) => {
    const address = new URL(base);
    address.searchParams.set('terminal', nameOf('TERMINAL', terminal));
    if (model !== undefined) address.searchParams.set('model', model);
    return { terminal, address: address.href };
  });
  const sheet = render(sheetOf(stickers));
  await (out === null ? printAll(sheet) : out.write(sheet));
  return 0;
}

function formatOf(out: string | undefined): keyof typeof FORMATS {
  const ending = out === undefined ? 'svg' : out.split('.').at(-1)?.toLowerCase();
  if (ending === 'svg' || ending === 'pdf') return ending;
  throw fail('usage.value', {
    option: '--out',
    found: quote(out),
    needed: { zh: '后缀为 .svg 或 .pdf 的文件', en: 'a file that ends with .svg or .pdf' },
  });
}

/** What is printed and scanned all day must not be a card number by mistake. */
function nameOf(option: string, written: string): string {
  if (written.trim() !== '' && written.length <= LONGEST_NAME && !holdsCardData(written)) return written;
  throw fail('usage.value', {
    option,
    found: quote(written),
    needed: {
      zh: `1 到 ${LONGEST_NAME} 个字符，不能像卡号`,
      en: `1 to ${LONGEST_NAME} characters that are no card number`,
    },
  });
}

function addressOf(written: string): URL {
  const address = URL.parse(written);
  if (address?.protocol === 'https:' || address?.protocol === 'http:') return address;
  throw fail('usage.value', {
    option: '--url',
    found: quote(written, 200),
    needed: { zh: 'http 或 https 地址', en: 'an http or https address' },
  });
}

/** Good for a try in the same network; it changes when the machine gets another address. */
function ownAddress(): URL {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const found = all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
  const address = new URL(`http://${found}:${GUIDE_PORT}/`);
  printNote({
    zh: `没有写 --url：二维码指向本机 ${address.href}（duka guide --host 0.0.0.0）。正式张贴请用 --url。`,
    en: `Without --url the codes point to this machine, ${address.href} (duka guide --host 0.0.0.0). Use --url for stickers that stay.`,
  });
  return address;
}
