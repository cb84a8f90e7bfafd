import type { Text } from '@duka/model';
import { alike, quote } from '@duka/model';

const MISSING = { zh: '没有这个文件', en: 'no such file' };
const DENIED = { zh: '没有权限', en: 'permission denied' };
const CUT_OFF = { zh: '压缩数据不完整', en: 'the compressed data is cut off' };
const CORRUPT = { zh: '压缩数据已损坏', en: 'the compressed data is damaged' };

/** Why the system or an unpacker refused, by its code, in words that people know. */
const CAUSES: { readonly [code: string]: Text } = {
  ENOENT: MISSING,
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  EISDIR: { zh: '这是文件夹', en: 'it is a folder' },
  ERR_FS_CP_DIR_TO_NON_DIR: { zh: '那里已有同名的文件', en: 'a file of that name is there' },
  ENXIO: { zh: '这不是普通文件', en: 'it is no ordinary file' },
  ENOTDIR: { zh: '上级不是文件夹', en: 'its parent is not a folder' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  ELOOP: { zh: '链接成环', en: 'its links lead in a circle' },
  ENAMETOOLONG: { zh: '名称太长', en: 'the name is too long' },
  EADDRINUSE: { zh: '端口已被占用', en: 'the port is taken' },
  EADDRNOTAVAIL: { zh: '本机没有这个地址', en: 'this machine does not have that address' },
  ENOTFOUND: { zh: '没有这个主机名', en: 'there is no such host' },
  EIO: { zh: '磁盘读写出错', en: 'the disk cannot be read or written' },
  Z_BUF_ERROR: CUT_OFF,
  Z_DATA_ERROR: CORRUPT,
  ZSTD_error_srcSize_wrong: CUT_OFF,
  ZSTD_error_corruption_detected: CORRUPT,
  ZSTD_error_checksum_wrong: CORRUPT,
  ZSTD_error_prefix_unknown: CORRUPT,
};

/** Foreign messages may quote the data: only their first line is shown, made safe. */
export function systemCause(error: NodeJS.ErrnoException): Text {
  if (BROKEN_PARQUET.test(error.message)) return { zh: '文件不完整或已损坏', en: 'the file is cut off or damaged' };
  return CAUSES[error.code ?? ''] ?? alike(error.code ?? quote(error.message.split('\n')[0], 120));
}

/** What DuckDB says of a Parquet file that breaks off, or whose bytes are not what they should be. */
const BROKEN_PARQUET =
  /TProtocolException|footer length|No magic bytes|Failed to read Parquet|decompression failure|Invalid TType/i;
