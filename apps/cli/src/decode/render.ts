import type { Lang, Text } from '@duka/model';
import { holdsCardData, REMOVED } from '@duka/model';
import type { TreeNode } from '@duka/wire';
import { clean, shorten } from '../render/clean.ts';
import { wrap } from '../render/width.ts';

const LONGEST_VALUE = 64;
const LONGEST_WITH_CHILDREN = 24;
const ERROR: Text = { zh: '错误：', en: 'error: ' };

/** The decoders mask what is secret; should one of them fail to, it is not shown all the same. */
const safe = (value: string, isPlain = false): string => (!isPlain && holdsCardData(value) ? REMOVED : value);

/** A line a node: where it begins, what it is, its value, what that says; children and errors below. */
export function treeLines(nodes: readonly TreeNode[], lang: Lang, width: number): string[] {
  const digits = String(lastOffset(nodes)).length;
  return linesOf(nodes, lang, width, digits, 0);
}

const lastOffset = (nodes: readonly TreeNode[]): number =>
  nodes.reduce((last, { offset, children = [] }) => Math.max(last, offset, lastOffset(children)), 0);

function linesOf(nodes: readonly TreeNode[], lang: Lang, width: number, digits: number, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const margin = ' '.repeat(digits + 2) + indent;
  return nodes.flatMap((node) => {
    const words = [node.id, node.name?.[lang], shownValue(node), node.says?.[lang]];
    const text = words.filter((word) => word !== undefined && word !== '').join('  ');
    const room = Math.max(20, width - margin.length - 2);
    const [first = '', ...more] = wrapped(text, room);
    return [
      `${String(node.offset).padStart(digits)}  ${indent}${first}`,
      ...more.map((line) => `${margin}  ${line}`),
      ...(node.error ? wrapped(ERROR[lang] + node.error.text[lang], room).map((line) => `${margin}  ${line}`) : []),
      ...linesOf(node.children ?? [], lang, width, digits, depth + 1),
    ];
  });
}

/** Most lines fit: no character is wider than two columns, those of ASCII one. */
function wrapped(text: string, room: number): readonly string[] {
  const widest = text.length + (text.match(/[^ -~]/g)?.length ?? 0);
  return widest <= room ? [text] : wrap(text, room);
}

/** What its children show piece by piece is not shown twice where it is long. */
function shownValue({ value, plain, children = [] }: TreeNode): string | undefined {
  if (value === undefined || (children.length > 0 && value.length > LONGEST_WITH_CHILDREN)) return undefined;
  return clean(shorten(safe(value, plain), LONGEST_VALUE));
}

/** The same for programs. */
export function treeJson(nodes: readonly TreeNode[]): readonly unknown[] {
  return nodes.map(({ value, plain, error, children, ...rest }) => ({
    ...rest,
    ...(value !== undefined && { value: safe(value, plain) }),
    ...(error && { error: { code: error.code, kind: error.kind, ...error.detail, text: error.text } }),
    ...(children && { children: treeJson(children) }),
  }));
}

/** Whether something in it could not be read. */
export const hasErrors = (nodes: readonly TreeNode[]): boolean =>
  nodes.some(({ error, children = [] }) => error !== undefined || hasErrors(children));
