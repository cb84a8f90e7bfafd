import type { Text } from '@duka/model';
import { DukaError, fail } from '@duka/model';
import { type TreeNode, WireError } from '@duka/wire';
import type { Spec } from '@duka/wire/iso8583';
import { isWav, type Sound } from '@duka/wire/magstripe';
import type { Kind } from './kinds.ts';
import { KINDS } from './kinds.ts';
import { bytesIn, type Material, messagesWithin } from './material.ts';

const SWIPE = 'swipe';
const SWIPE_NAME: Text = { zh: '刷卡信号', en: 'signal of a swipe' };
export const KIND_IDS: readonly string[] = [...KINDS.map(({ id }) => id), SWIPE];

/** What was made of one input, or why nothing was. */
export type Decoded = {
  readonly as: string | null;
  readonly name?: Text;
  readonly guessed: boolean;
  /** The file, safe to show; empty for what was written on the command line. */
  readonly input: string;
  readonly nodes: readonly TreeNode[];
  readonly error?: DukaError;
};

export type AllDecoded = { readonly inputs: readonly Decoded[]; readonly verdict: readonly TreeNode[] | null };

/** Decodes each input; one that cannot be decoded keeps none of the others. Recordings of swipes are judged together. */
export async function decodeAll(
  materials: readonly Material[],
  as: string | null,
  dialect: Spec | undefined,
): Promise<AllDecoded> {
  const areSwipes = as === SWIPE || (as === null && materials.every(({ raw }) => isWav(raw)));
  if (areSwipes) return decodeRecordings(materials, as === null);
  const inputs = materials
    .flatMap((material) => partsOf(material, dialect))
    .map((material) => decodeOne(material, as, dialect));
  return { inputs, verdict: null };
}

/** The material, or what stands within it where that is of some kind and the whole is of none. */
function partsOf(material: Material, dialect: Spec | undefined): readonly Material[] {
  if (isOfAKind(material, dialect)) return [material];
  const within = messagesWithin(material);
  return within.some((part) => isOfAKind(part, dialect)) ? within : [material];
}

function isOfAKind(material: Material, dialect: Spec | undefined): boolean {
  const bytes = attempt('hex', () => bytesIn(material));
  const forms = bytes instanceof DukaError ? [null] : [null, bytes];
  return KINDS.some(({ fits }) => forms.some((form) => fits(material, form, dialect)));
}

async function decodeRecordings(materials: readonly Material[], guessed: boolean): Promise<AllDecoded> {
  const { readRecording, decodeSwipes } = await import('./swipe.ts');
  const read = materials.map(({ raw }) => attempt(SWIPE, () => readRecording(raw)));
  const sounds = read.filter((one): one is Sound => !(one instanceof DukaError));
  const { trees, verdict } = decodeSwipes(sounds);
  const inputs = read.map((one, at): Decoded => {
    const head = { as: SWIPE, name: SWIPE_NAME, guessed, input: materials[at]!.name };
    if (one instanceof DukaError) return { ...head, nodes: [], error: one };
    return { ...head, nodes: trees[sounds.indexOf(one)]! };
  });
  return { inputs, verdict };
}

function decodeOne(material: Material, as: string | null, dialect: Spec | undefined): Decoded {
  const kind = as === null ? guess(material, dialect) : KINDS.find(({ id }) => id === as)!;
  const head = { guessed: as === null, input: material.name };
  if (kind instanceof DukaError) return { ...head, as: null, nodes: [], error: kind };
  const nodes = attempt(kind.id, () => kind.decode(material, dialect));
  const of = { ...head, as: kind.id, name: kind.name };
  return nodes instanceof DukaError ? { ...of, nodes: [], error: nodes } : { ...of, nodes };
}

/** The kind that fits, else one that it resembles; or `decode.unknown`, or `decode.unreadable` for half a hex digit. */
function guess(material: Material, dialect: Spec | undefined): Kind | DukaError {
  const asText = KINDS.find(({ fits }) => fits(material, null, dialect));
  if (asText) return asText;
  const bytes = attempt('hex', () => bytesIn(material));
  if (bytes instanceof DukaError) return bytes;
  const kind =
    KINDS.find(({ fits }) => fits(material, bytes, dialect)) ??
    KINDS.find(({ resembles }) => bytes !== null && resembles?.(bytes, dialect));
  return kind ?? fail('decode.unknown', { found: sizeOf(material, bytes), kinds: KIND_IDS });
}

function sizeOf({ text }: Material, bytes: Uint8Array | null): Text {
  if (bytes !== null) return { zh: `${bytes.length} 字节`, en: `${bytes.length} bytes` };
  const length = text?.length ?? 0;
  return {
    zh: `${length} 个字符的文字，既不是文件也不是十六进制`,
    en: `text of ${length} characters, neither a file nor hex`,
  };
}

function attempt<T>(as: string, run: () => T): T | DukaError {
  try {
    return run();
  } catch (error) {
    if (error instanceof WireError) return fail('decode.unreadable', { as, cause: error.text });
    throw error;
  }
}
