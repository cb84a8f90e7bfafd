import { quote } from '@duka/model';

const MISSING = '没有这个文件 no such file';
const DENIED = '没有权限 permission denied';
const CUT_OFF = '压缩数据不完整 the compressed data is cut off';
const CORRUPT = '压缩数据已损坏 the compressed data is damaged';

/** Why the system or an unpacker refused, by its code, in words that people know. */
const CAUSES: { readonly [code: string]: string } = {
  ENOENT: MISSING,
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: '磁盘只读 the disk is read-only',
  EISDIR: '这是文件夹 it is a folder',
  ENOTDIR: '上级不是文件夹 its parent is not a folder',
  ENOSPC: '磁盘已满 the disk is full',
  ELOOP: '链接成环 links that lead in a circle',
  ENAMETOOLONG: '名称太长 the name is too long',
  EIO: '磁盘读写出错 the disk cannot be read or written',
  Z_BUF_ERROR: CUT_OFF,
  Z_DATA_ERROR: CORRUPT,
  ZSTD_error_srcSize_wrong: CUT_OFF,
  ZSTD_error_corruption_detected: CORRUPT,
  ZSTD_error_checksum_wrong: CORRUPT,
  ZSTD_error_prefix_unknown: CORRUPT,
};

/** Foreign messages may quote the data: only their first line is shown, made safe. */
export function systemCause(error: NodeJS.ErrnoException): string {
  return CAUSES[error.code ?? ''] ?? error.code ?? quote(error.message.split('\n')[0], 120);
}
