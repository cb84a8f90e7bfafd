import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Tokenize } from '@duka/model';
import { printNote } from './terminal.ts';

const KEY_BYTES = 32;

/**
 * Tokens for identifiers that hold card data: HMAC-SHA-256 under a key that this installation makes when it first needs
 * one (PCI DSS v4.0.1, 3.5.1.1: a hash of a card number must be keyed and of the whole number). The key lies in the
 * user's own folder, readable by that user alone; DUKA_HOME names another folder.
 */
export function keyedTokens(): Tokenize {
  let key: Buffer | null = null;
  return (secret) => {
    key ??= readOrMakeKey();
    const digest = createHmac('sha256', key).update(secret.normalize('NFKC')).digest();
    return `tok_${letters(digest.subarray(0, 16))}`;
  };
}

/** Letters only: a token must never look like a number again. */
function letters(bytes: Buffer): string {
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte >> 4), 97 + (byte & 15))).join('');
}

function keyPath(): string {
  const { DUKA_HOME, XDG_DATA_HOME } = process.env;
  return join(DUKA_HOME ?? join(XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'duka'), 'token.key');
}

function readOrMakeKey(): Buffer {
  const path = keyPath();
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    try {
      // Exclusive: of two first uses at once one makes the key and both use it.
      writeFileSync(path, randomBytes(KEY_BYTES), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const key = readFileSync(path);
    if (key.length >= KEY_BYTES) return key;
    throw new Error(`${path} holds ${key.length} bytes`);
  } catch (error) {
    printNote({
      zh: `密钥文件不可用(${(error as Error).message});本次用临时密钥,卡号替代码下次会不同。可用 DUKA_HOME 指定可写的文件夹。`,
      en: `The key file cannot be used (${(error as Error).message}); this run uses a key of its own, so card tokens will differ next time. DUKA_HOME can name a writable folder.`,
    });
    return randomBytes(KEY_BYTES);
  }
}
