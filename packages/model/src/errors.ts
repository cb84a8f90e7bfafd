import type { Text } from './text.ts';

/** Chinese puts a space before Latin letters and figures. */
const spaced = (text: string): string => (/^[!-~]/.test(text) ? ` ${text}` : text);

/**
 * Everything that Duka can complain of. A text is made from the detail and says where, what was found,
 * what was needed, and the cure. `found` is always made safe by `quote` before it gets here.
 */
export const ERRORS = {
  'attempt.malformed': (d: { found: string }) => ({
    zh: `这一行不是一条 JSON 记录：${d.found}；应为一行一个 JSON 对象。请检查导出是否中断。`,
    en: `the line is not a JSON record: ${d.found}; needed one JSON object a line. Check whether the export was cut off.`,
  }),
  'attempt.missing': (d: { field: string }) => ({
    zh: `缺少必填字段 ${d.field}。请在导出中补上。`,
    en: `the required field ${d.field} is missing. Add it to the export.`,
  }),
  'attempt.enum': (d: { field: string; found: string; needed: readonly string[]; nearest: string | null }) => ({
    zh: `字段 ${d.field} 的值 ${d.found} 不认识；应为 ${d.needed.join('、')}。${d.nearest ? `是否想写 ${d.nearest}？` : ''}`,
    en: `field ${d.field} has ${d.found}; needed one of ${d.needed.join(', ')}.${d.nearest ? ` Did you mean ${d.nearest}?` : ''}`,
  }),
  'attempt.time': (d: { found: string }) => ({
    zh: `时间 ${d.found} 无法读取；应为带时区的 RFC 3339（如 2026-11-03T09:00:00+08:00）或 1970 年以来的整数毫秒。`,
    en: `the time ${d.found} cannot be read; needed RFC 3339 with an offset (2026-11-03T09:00:00+08:00) or integer ms since 1970.`,
  }),
  'attempt.time_zone': (d: { found: string }) => ({
    zh: `时间 ${d.found} 没有时区。请在时间后加 +08:00，或用 --tz +08:00 说明。`,
    en: `the time ${d.found} has no offset. Write it with +08:00, or say --tz +08:00.`,
  }),
  'attempt.text': (d: { field: string; found: string }) => ({
    zh: `字段 ${d.field} 的值 ${d.found} 不是文字；应为一个字符串。请检查导出的字段对应。`,
    en: `field ${d.field} has ${d.found}; needed text. Check which field was exported into it.`,
  }),
  'attempt.length': (d: { field: string; found: number; max: number }) => ({
    zh: `字段 ${d.field} 有 ${d.found} 个字符；最多 ${d.max} 个。请检查是否拼接错误。`,
    en: `field ${d.field} has ${d.found} characters; at most ${d.max} are allowed. Check whether values were glued together.`,
  }),
  'attempt.columns': (d: { found: number; needed: number }) => ({
    zh: `这一行有 ${d.found} 列，表头有 ${d.needed} 列。请检查引号和逗号。`,
    en: `the row has ${d.found} columns, the header ${d.needed}. Check quotes and commas.`,
  }),
  'attempt.quote': (d: { found: string }) => ({
    zh: `CSV 引号不配对：${d.found}。请检查这一行的引号。`,
    en: `the CSV quotes do not match: ${d.found}. Check the quotes of this row.`,
  }),
  'attempt.too_long': (d: { found: number; max: number }) => ({
    zh: `这一行超过 ${d.max} 字节(已读 ${d.found});请检查是否丢了换行。`,
    en: `the line is over ${d.max} bytes (${d.found} read). Check whether line ends were lost.`,
  }),
  'file.unreadable': (d: { path: string; cause: Text }) => ({
    zh: `打不开 ${d.path}：${d.cause.zh}。请检查路径和权限。`,
    en: `cannot open ${d.path}: ${d.cause.en}. Check the path and its permissions.`,
  }),
  'file.damaged': (d: { path: string; line: number; cause: Text }) => ({
    zh: `${d.path} ${d.line === 0 ? '从开头就' : `在第 ${d.line} 行之后`}读不下去：${d.cause.zh}。请重新导出或重新传输这个文件。`,
    en: `${d.path} cannot be read ${d.line === 0 ? 'from its beginning' : `after line ${d.line}`}: ${d.cause.en}. Export or copy the file again.`,
  }),
  'file.format': (d: { path: string; found: Text }) => ({
    zh: `${d.path} 的格式不认识（开头是 ${d.found.zh}）；应为 NDJSON、CSV、Parquet，或主机日志（报文流、十六进制、pcap、jPOS），可用 gzip 或 zstd 压缩。`,
    en: `the format of ${d.path} is not known (it begins with ${d.found.en}); needed NDJSON, CSV, Parquet or a host log (framed, hex, pcap, jPOS), plain or in gzip or zstd.`,
  }),
  'file.header': (d: { path: string; missing: readonly string[] }) => ({
    zh: `${d.path} 的表头缺少 ${d.missing.join('、')}。表头应写明字段名。`,
    en: `the header of ${d.path} lacks ${d.missing.join(', ')}. It must hold the field names.`,
  }),
  'file.header_long': (d: { path: string; found: number; max: number }) => ({
    zh: `${d.path} 的表头超过 ${d.max} 字节（已读 ${d.found}）。请检查是否丢了换行。`,
    en: `the header of ${d.path} is over ${d.max} bytes (${d.found} read). Check whether line ends were lost.`,
  }),
  'file.columns': (d: { path: string; lacks: Text; found: string }) => ({
    zh: `${d.path} 的列里没有${d.lacks.zh}（表头是 ${d.found}）。请用 --mapping 说明哪一列是什么。`,
    en: `the columns of ${d.path} lack the ${d.lacks.en} (the header is ${d.found}). Say with --mapping which column is what.`,
  }),
  'file.none': (d: { path: string }) => ({
    zh: `${d.path} 里没有可读的文件（.ndjson .jsonl .json .csv .tsv .parquet .log .pcap .pcapng .xml .hex，可带 .gz 或 .zst）。`,
    en: `there is no file to read in ${d.path} (.ndjson .jsonl .json .csv .tsv .parquet .log .pcap .pcapng .xml .hex, also with .gz or .zst).`,
  }),
  'file.unwritable': (d: { path: string; cause: Text }) => ({
    zh: `写不了 ${d.path}：${d.cause.zh}。请换一个位置。`,
    en: `cannot write ${d.path}: ${d.cause.en}. Choose another place.`,
  }),
  'state.damaged': (d: { found: string; needed: string }) => ({
    zh: `保存的状态已损坏：校验为 ${d.found}，应为 ${d.needed}。请删除它，从日志重新读入。`,
    en: `the saved state is damaged: its check is ${d.found}, needed ${d.needed}. Delete it and read the logs again.`,
  }),
  'state.version': (d: { found: number; needed: number }) => ({
    zh: `保存的状态是第 ${d.found} 版格式，本程序需要第 ${d.needed} 版。请删除它，从日志重新读入。`,
    en: `the saved state has format ${d.found}; this program needs format ${d.needed}. Delete it and read the logs again.`,
  }),
  'input.nothing': (d: { rejected: number }) => ({
    zh: `没有读到任何记录（拒绝 ${d.rejected} 条）。请检查文件内容和字段名。`,
    en: `no record could be read (rejected: ${d.rejected}). Check the content and the field names.`,
  }),
  'input.strict': (d: { where: string; reason: Text }) => ({
    zh: `${d.where}：${d.reason.zh}（--strict 在第一条坏记录处停止）`,
    en: `${d.where}: ${d.reason.en} (--strict stops at the first bad record)`,
  }),
  'knowledge.unreadable': (d: { path: string; line: number | null; cause: Text }) => ({
    zh: `知识文件 ${d.path} ${d.line === null ? '' : `第 ${d.line} 行`}读不懂：${d.cause.zh}。应为 JSON 或 YAML。`,
    en: `the knowledge file ${d.path} cannot be read${d.line === null ? '' : ` at line ${d.line}`}: ${d.cause.en}. Needed JSON or YAML.`,
  }),
  'knowledge.schema': (d: { at: string; found: string; needed: string }) => ({
    zh: `知识文件的 ${d.at} 是 ${d.found}；本版本只读 ${d.needed}。请按 docs/formats/knowledge.schema.json 改写。`,
    en: `${d.at} of the knowledge file is ${d.found}; this version reads ${d.needed} only. Rewrite it by docs/formats/knowledge.schema.json.`,
  }),
  'knowledge.value': (d: { at: string; found: string; needed: Text }) => ({
    zh: `知识文件的 ${d.at} 是 ${d.found}；应为${spaced(d.needed.zh)}。`,
    en: `${d.at} of the knowledge file is ${d.found}; needed ${d.needed.en}.`,
  }),
  'learned.value': (d: { at: string; found: string; needed: Text }) => ({
    zh: `学到的数据的 ${d.at} 是 ${d.found}；应为${spaced(d.needed.zh)}。`,
    en: `${d.at} of what was learned is ${d.found}; needed ${d.needed.en}.`,
  }),
  'learned.foreign': (d: { path: string }) => ({
    zh: `${d.path} 里学到的原因，所用的知识里一个都没有。请用同一个知识文件学习和排查。`,
    en: `the knowledge in use has none of the causes that ${d.path} has learned of. Learn and troubleshoot with the same knowledge.`,
  }),
  'learned.unreadable': (d: { found: string }) => ({
    zh: `这一行不是 JSON：${d.found}；应为一行一个案例、向导的报告或学到的数据。`,
    en: `the line is not JSON: ${d.found}; needed a closed case, a report of the guide, or what was learned, one a line.`,
  }),
  'learned.nothing': (d: { refused: number; without: number }) => ({
    zh: `没有学到东西：${d.refused} 行读不懂，${d.without} 行没有明确的原因。请检查文件和 --knowledge。`,
    en: `nothing was learned: ${d.refused} lines cannot be used, ${d.without} have no clear cause. Check the files and --knowledge.`,
  }),
  'request.malformed': (d: { at: string; found: string }) => ({
    zh: `这一行不是一条 JSON 请求：${d.found}；应为 {"observations":{"编号":"值"},"done":["编号"]}。`,
    en: `the line is not a JSON request: ${d.found}; needed {"observations":{"ID":"VALUE"},"done":["ID"]}.`,
  }),
  'request.value': (d: { at: string; found: string; needed: Text }) => ({
    zh: `${d.at} 是 ${d.found}；应为${spaced(d.needed.zh)}。`,
    en: `${d.at} is ${d.found}; needed ${d.needed.en}.`,
  }),
  'request.unknown': (d: { at: string; found: string; nearest: string | null }) => ({
    zh: `${d.at} 写了 ${d.found}，知识里没有。${d.nearest ? `是否想写 ${d.nearest}？` : ''}`,
    en: `${d.at} has ${d.found}, which the knowledge does not name.${d.nearest ? ` Did you mean ${d.nearest}?` : ''}`,
  }),
  'request.contradiction': (d: { at: string }) => ({
    zh: `到 ${d.at} 为止的回答和步骤互相矛盾：没有一个原因说得通。请核对这一项。`,
    en: `the answers and steps up to ${d.at} contradict each other: no cause allows all of them. Check this one again.`,
  }),
  'import.cut_off': (d: { where: Text }) => ({
    zh: `${d.where.zh}的报文没有写完就断了。请检查日志是否被截断。`,
    en: `the message ${d.where.en} breaks off. Check whether the log was cut.`,
  }),
  'import.mti': (d: { found: string }) => ({
    zh: `报文类型是 ${d.found}；应为 4 位数字，如 0200。`,
    en: `the message type is ${d.found}; needed 4 digits, such as 0200.`,
  }),
  'import.message': (d: { where: Text; cause: Text }) => ({
    zh: `${d.where.zh}读不懂：${d.cause.zh}。如果收单机构的格式不同，请用 --dialect 说明。`,
    en: `${d.where.en} cannot be read: ${d.cause.en}. Say with --dialect where the acquirer's form differs.`,
  }),
  'import.bytes': (d: { offset: number; bytes: number }) => ({
    zh: `第 ${d.offset} 字节起的 ${d.bytes} 字节不是报文。请检查文件是否缺了一段。`,
    en: `the ${d.bytes} bytes from byte ${d.offset} on are no message. Check whether the file lacks a part.`,
  }),
  'import.odd_hex': (d: { found: number }) => ({
    zh: `十六进制数字有 ${d.found} 个；应为偶数个。请检查是否少了一位。`,
    en: `there are ${d.found} hex digits; needed an even number. Check whether one was lost.`,
  }),
  'import.capture': (d: { packet: number }) => ({
    zh: `抓包文件在第 ${d.packet} 个包之后损坏，后面读不下去。请重新导出。`,
    en: `the capture is damaged after packet ${d.packet}; nothing after it can be read. Export it again.`,
  }),
  'import.mapping': (d: { at: string; found: string; needed: Text }) => ({
    zh: `映射文件的 ${d.at} 是 ${d.found}；应为${spaced(d.needed.zh)}。`,
    en: `${d.at} of the mapping file is ${d.found}; needed ${d.needed.en}.`,
  }),
  'import.dialect': (d: { path: string; cause: Text }) => ({
    zh: `方言文件 ${d.path} 不对：${d.cause.zh}。`,
    en: `the dialect file ${d.path} is wrong: ${d.cause.en}.`,
  }),
  'import.yaml': (d: { path: string; line: number; found: string }) => ({
    zh: `${d.path} 第 ${d.line} 行 ${d.found} 不是合法的 JSON 或 YAML。请检查缩进和引号。`,
    en: `${d.path} is no JSON or YAML at line ${d.line}: ${d.found}. Check indentation and quotes.`,
  }),
  'usage.command': (d: { found: string; nearest: string | null }) => ({
    zh: `没有命令 ${d.found}。${d.nearest ? `是否想写 ${d.nearest}？` : ''}用 duka help 看全部命令。`,
    en: `there is no command ${d.found}.${d.nearest ? ` Did you mean ${d.nearest}?` : ''} See duka help.`,
  }),
  'usage.option': (d: { found: Text }) => ({
    zh: `${d.found.zh}。用 duka help 看用法。`,
    en: `${d.found.en}. See duka help.`,
  }),
  'usage.value': (d: { option: string; found: string; needed: Text }) => ({
    zh: `${d.option} 的值 ${d.found} 不对；应为${spaced(d.needed.zh)}。`,
    en: `${d.option} has ${d.found}; needed ${d.needed.en}.`,
  }),
  'usage.argument': (d: { needed: Text }) => ({
    zh: `缺少${d.needed.zh}。用 duka help 看用法。`,
    en: `${d.needed.en} is missing. See duka help.`,
  }),
  'server.port': (d: { place: string; cause: Text }) => ({
    zh: `无法在 ${d.place} 上提供服务：${d.cause.zh}。请换一个 --port（0 表示任选）或 --host。`,
    en: `cannot serve at ${d.place}: ${d.cause.en}. Choose another --port (0 takes a free one) or --host.`,
  }),
  'decode.unknown': (d: { found: Text; kinds: readonly string[] }) => ({
    zh: `认不出是什么数据（${d.found.zh}）；请用 --as 说明：${d.kinds.join('、')}。`,
    en: `what the data is was not recognised (${d.found.en}); say it with --as: ${d.kinds.join(', ')}.`,
  }),
  'decode.unreadable': (d: { as: string; cause: Text }) => ({
    zh: `按 ${d.as} 解不开：${d.cause.zh}。请检查数据是否完整，或换一个 --as。`,
    en: `cannot be decoded as ${d.as}: ${d.cause.en}. Check whether it is complete, or choose another --as.`,
  }),
  'decode.too_long': (d: { found: number; max: number }) => ({
    zh: `输入超过 ${d.max} 字节（已读 ${d.found}）。请只给一条报文或一次刷卡的录音。`,
    en: `the input is over ${d.max} bytes (${d.found} read). Give one message or the recording of one swipe.`,
  }),
  'explain.unknown': (d: { found: string; nearest: readonly string[] }) => ({
    zh: `不认识代码 ${d.found}。${d.nearest.length ? `相近的有：${d.nearest.join('、')}。` : ''}`,
    en: `the code ${d.found} is not known.${d.nearest.length ? ` Near it: ${d.nearest.join(', ')}.` : ''}`,
  }),
} as const satisfies Record<string, (detail: never) => Text>;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorDetail<C extends ErrorCode> = Parameters<(typeof ERRORS)[C]>[0];

/**
 * A trouble as a value: for records that are refused while the rest goes on. `path` says where in a nested value: a JSON
 * Pointer (RFC 6901), such as `/observations/3/cost`.
 */
export type Complaint = { readonly code: ErrorCode; readonly path?: string; readonly text: Text };

export function complain<C extends ErrorCode>(code: C, detail: ErrorDetail<C>): Complaint {
  const say = ERRORS[code] as (detail: ErrorDetail<C>) => Text;
  return { code, ...('at' in detail && { path: detail.at }), text: say(detail) };
}

/** The one error that Duka throws: where the whole task cannot go on. */
export class DukaError extends Error {
  readonly code: ErrorCode;
  readonly path: string | null;
  readonly text: Text;

  constructor(complaint: Complaint) {
    super(`${complaint.code}: ${complaint.text.en}`);
    this.name = 'DukaError';
    this.code = complaint.code;
    this.path = complaint.path ?? null;
    this.text = complaint.text;
  }
}

export function fail<C extends ErrorCode>(code: C, detail: ErrorDetail<C>): DukaError {
  return new DukaError(complain(code, detail));
}
