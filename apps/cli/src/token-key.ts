import { createHmac, randomBytes } from 'node:crypto';
import { constants, copyFileSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Tokenize } from '@duka/model';
import { quote } from '@duka/model';
import { makeFolder } from './make-folder.ts';
import { printNote } from './terminal.ts';

const KEY_BYTES = 32;

/**
 * Tokens for identifiers that hold card data: HMAC-SHA-256 under a key that this installation makes when it first needs
 * one (PCI DSS v4.0.1, 3.5.1.1: a hash of a card number must be keyed and of the whole number). The key lies in the
 * user's own folder, readable by that user alone; DUKA_HOME names another folder.
 */
export function keyedTokens(): Tokenize {
  return tokensUnder(tokenKey);
}

/** @param keyOf asked once, for the first token */
export function tokensUnder(keyOf: () => Buffer): Tokenize {
  let key: Buffer | null = null;
  return (secret) => {
    key ??= keyOf();
    const digest = createHmac('sha256', key).update(secret.normalize('NFKC')).digest();
    return `tok_${letters(digest.subarray(0, 16))}`;
  };
}

const PAIRS = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(97 + (byte >> 4), 97 + (byte & 15)));

/** Letters only: a token must never look like a number again. */
function letters(bytes: Buffer): string {
  let text = '';
  for (const byte of bytes) text += PAIRS[byte];
  return text;
}

/** Empty means not set, as the XDG Base Directory Specification says of its variables. */
function keyPath(): string {
  const { DUKA_HOME, XDG_DATA_HOME } = process.env;
  return join(DUKA_HOME || join(XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'duka'), 'token.key');
}

/** This installation's key; made where there is none. */
export function tokenKey(): Buffer {
  try {
    const path = keyPath();
    const key = readKey(path) ?? makeKey(path);
    if (key.length >= KEY_BYTES) return key;
    throw new Error(`${path} holds ${key.length} bytes`);
  } catch (error) {
    const said = quote((error as Error).message, 200);
    printNote({
      zh: `密钥文件不可用(${said});本次用临时密钥，卡号替代码下次会不同。可用 DUKA_HOME 指定可写的文件夹。`,
      en: `The key file cannot be used (${said}); this run uses a key of its own, so card tokens will differ next time. DUKA_HOME can name a writable folder.`,
    });
    return randomBytes(KEY_BYTES);
  }
}

function readKey(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The key appears whole and once: of two first uses at the same time both get the same. */
function makeKey(path: string): Buffer {
  makeFolder(dirname(path));
  const own = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(own, randomBytes(KEY_BYTES), { flag: 'wx', mode: 0o600 });
    publish(own, path);
  } finally {
    rmSync(own, { force: true });
  }
  return readFileSync(path);
}

function publish(own: string, path: string): void {
  try {
    linkSync(own, path);
  } catch (error) {
    if (isThere(error)) return;
    copyWhereNone(own, path);
  }
}

/** Some file systems have no links (exFAT, network shares). */
function copyWhereNone(own: string, path: string): void {
  try {
    copyFileSync(own, path, constants.COPYFILE_EXCL);
  } catch (error) {
    if (!isThere(error)) throw error;
  }
}

const isThere = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';
