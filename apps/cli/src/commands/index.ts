import type { Command } from './command.ts';

/** Each command's code is loaded only when it is called, for the start's sake. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'diagnose',
    usage:
      'duka diagnose FILE… [--format text|json|html|csv] [--out PATH] [--lang zh|en] [--since T] [--terminal ID] [--fdr 0.05] [--tz +08:00] [--mapping FILE] [--dialect FILE] [--strict]',
    summary: { zh: '从交易日志里找出读卡失败的原因', en: 'find out from a log why cards are not read' },
    details: [
      {
        zh: 'FILE  NDJSON、CSV、Parquet，或主机日志（见 duka help import），可用 gzip、zstd 压缩；文件夹；- 是标准输入',
        en: 'FILE  NDJSON, CSV, Parquet, or a host log (see duka help import), plain or in gzip or zstd; a folder; - is standard input',
      },
      {
        zh: '--format  text(默认)、json、html、csv；不写时看 --out 的后缀',
        en: '--format  text (default), json, html, csv; otherwise from the ending of --out',
      },
      { zh: '--out  写到这个文件；不写时写到标准输出', en: '--out  write to this file; to standard output without it' },
      { zh: '--lang  zh（默认）或 en；也可设 DUKA_LANG', en: '--lang  zh (default) or en; DUKA_LANG sets it too' },
      {
        zh: '--since  只看这个时间及以后的记录；没有时区时按 --tz，否则按 +08:00',
        en: '--since  only attempts at or after this time; without an offset it is read by --tz, else as +08:00',
      },
      {
        zh: '--terminal  只报与这台终端有关的结论(可写多次);其余终端仍作比较',
        en: '--terminal  only findings that concern this terminal (may be repeated); the others still serve to compare',
      },
      {
        zh: '--fdr  结论中误报所占比例的上限，默认 0.05',
        en: '--fdr  bound on the share of findings that are false, 0.05 by default',
      },
      {
        zh: '--tz  没有时区的时间按这个时区读（+08:00 或 Asia/Shanghai）',
        en: '--tz  how to read times without an offset (+08:00 or Asia/Shanghai)',
      },
      {
        zh: '--mapping --dialect  导出的各列、报文的格式（见 duka help import）',
        en: '--mapping --dialect  the columns of an export, the form of messages (see duka help import)',
      },
      { zh: '--strict  遇到第一条坏记录就停', en: '--strict  stop at the first bad record' },
      {
        zh: '退出码  0 没有发现,1 有发现,2 输入或用法错误（也包括一条记录都没读到）',
        en: 'exit status  0 nothing found, 1 findings, 2 input or usage error (also: not one record)',
      },
    ],
    run: async (words) => (await import('./diagnose.ts')).diagnose(words),
  },
  {
    name: 'import',
    usage:
      'duka import FILE… --to attempts.ndjson|attempts.parquet [--mapping FILE] [--dialect FILE] [--tz +08:00] [--format text|json] [--lang zh|en] [--strict]',
    summary: { zh: '把主机日志和导出变成读卡记录', en: 'turn host logs and exports into attempts' },
    details: [
      {
        zh: 'FILE  收单主机的日志或导出：带长度的报文流、十六进制日志、pcap 和 pcapng、jPOS XML、CSV（UTF-8 或 GBK）；文件夹；- 是标准输入',
        en: 'FILE  logs and exports of a host: framed messages, hex logs, pcap and pcapng, jPOS XML, CSV (UTF-8 or GBK); a folder; - is standard input',
      },
      {
        zh: '--to  写到哪里：.ndjson 或 .parquet；不写时到标准输出',
        en: '--to  where to: .ndjson or .parquet; standard output without it',
      },
      {
        zh: '--mapping  说明各列含义的 JSON 或 YAML；常见的列名（终端号、应答码、f39 …）不用说明',
        en: '--mapping  JSON or YAML that says what the columns are; usual names (终端号, 应答码, f39 …) need none',
      },
      {
        zh: '--dialect  与银联或 ISO 8583 不同的报文格式（JSON 或 YAML），或其名称：unionpay、iso87-ascii …；不写时自动认',
        en: '--dialect  how messages differ from UnionPay or ISO 8583 (JSON or YAML), or a name: unionpay, iso87-ascii …; found out without it',
      },
      {
        zh: '--tz  日志里的时间是哪个时区，默认 +08:00',
        en: '--tz  the zone of the times in the log, +08:00 by default',
      },
      { zh: '--strict  遇到第一条坏记录就停', en: '--strict  stop at the first bad record' },
      {
        zh: '退出码  0 写出了记录,2 一条都没有，或输入、用法错误',
        en: 'exit status  0 attempts were written, 2 not one, or input or usage error',
      },
    ],
    run: async (words) => (await import('./import.ts')).importLogs(words),
  },
  {
    name: 'explain',
    usage: 'duka explain CODE… [--format text|json] [--lang zh|en]',
    summary: {
      zh: '解释终端、主机、芯片、打印机的代码',
      en: 'say what a code of a terminal, host, chip or printer means',
    },
    details: [
      {
        zh: 'CODE  iso39:55、sw:6F00、pcsc:80100066、sunmi:-30006，或只写 6F00',
        en: 'CODE  iso39:55, sw:6F00, pcsc:80100066, sunmi:-30006, or a bare 6F00',
      },
      { zh: '退出码  0 认识,2 不认识（给出相近的）', en: 'exit status  0 known, 2 unknown (the nearest are shown)' },
    ],
    run: async (words) => (await import('./explain.ts')).explainCodes(words),
  },
  {
    name: 'decode',
    usage:
      'duka decode HEX|FILE…|- [--as iso8583|emv|track|atr|tvr|sw|escpos|swipe] [--dialect FILE] [--format text|json] [--lang zh|en]',
    summary: {
      zh: '解开报文、芯片数据、磁道、刷卡录音、打印机应答',
      en: 'decode messages, chip data, tracks, recordings of swipes, replies of printers',
    },
    details: [
      {
        zh: 'HEX  十六进制，怎么分隔都行（0x、逗号、空格）；磁道可直接写文字；打印机应答可写 2.32',
        en: 'HEX  hex, however it is written (0x, commas, blanks); a track as its text; a reply of a printer as 2.32',
      },
      {
        zh: 'FILE  同样内容的文件，或二进制；日志和转储（xxd、Wireshark）里的十六进制报文也认；刷卡录音是 WAV，1 到 3 个声道；同一张卡的几次刷卡一起给，判断更准；- 是标准输入',
        en: 'FILE  a file of the same, or binary; hex messages in logs and dumps (xxd, Wireshark) too; the recording of a swipe as WAV, 1 to 3 channels; several swipes of one card together are judged better; - is standard input',
      },
      {
        zh: '--as  是什么数据；不写时由 Duka 猜，并说明猜的是什么',
        en: '--as  what it is; without it Duka guesses, and says what',
      },
      {
        zh: '--dialect  报文格式（JSON 或 YAML），或其名称：unionpay、iso87-ascii …；不写时自动认',
        en: '--dialect  how messages are written (JSON or YAML), or a name: unionpay, iso87-ascii …; found out without it',
      },
      {
        zh: '卡号只显示前六后四，磁道和有效期不显示',
        en: 'of a card number the first six and last four are shown, of tracks and expiry nothing',
      },
      {
        zh: '退出码  0 解开了,1 其中有读不了的,2 认不出、解不开或用法错误',
        en: 'exit status  0 decoded, 1 something in it could not be read, 2 not recognised, not decodable, or usage error',
      },
    ],
    run: async (words) => (await import('./decode.ts')).decode(words),
  },
  {
    name: 'localise',
    usage:
      'duka localise FILE… [--real COL --predict COL | --failed COL --total COL --time COL --at T] [--format text|json] [--lang zh|en]',
    summary: {
      zh: '找出哪些属性取值的组合说明了指标的偏差',
      en: 'find which combinations of attribute values explain a deviation',
    },
    details: [
      {
        zh: 'FILE  CSV，每行一种取值组合：属性列，加实际值和预测值；可用 gzip、zstd 压缩；- 是标准输入',
        en: 'FILE  CSV, one combination a row: attributes, the value and its forecast; plain, gzip or zstd; - is standard input',
      },
      {
        zh: '--real --predict  实际值和预测值的列名，默认 real、predict；其余各列都是属性',
        en: '--real --predict  columns of the value and its forecast (real, predict); all others are attributes',
      },
      {
        zh: '--failed --total --time  失败数、总数、时间的列名：按失败率找，预测由 T 之前的记录得出',
        en: '--failed --total --time  columns of failed and all attempts and the time: by failure rate, expected from the rows before T',
      },
      {
        zh: '--at T  要看的时间：与时间列写法相同，或 1970 年以来的秒数，或 2026-11-03T09:00:00+08:00',
        en: '--at T  the time to look at: as in its column, or seconds since 1970, or 2026-11-03T09:00:00+08:00',
      },
      {
        zh: '--format json  每个文件一行：{"file":"…","causes":[{"b":"b3"},{"a":"a1","c":"c2"}]}，最好的在前',
        en: '--format json  one line a file: {"file":"…","causes":[{"b":"b3"},{"a":"a1","c":"c2"}]}, best first',
      },
      {
        zh: '退出码  0 都读到了,2 有文件读不了或用法错误',
        en: 'exit status  0 all were read, 2 a file was not, or usage error',
      },
    ],
    run: async (words) => (await import('./localise.ts')).localiseFiles(words),
  },
  {
    name: 'cases',
    usage: 'duka cases [WORDS] [--format text|json] [--lang zh|en]',
    summary: { zh: '查已经解决的案例', en: 'search the documented cases' },
    details: [
      { zh: 'WORDS  例如 磁头 超市；不写就列出全部', en: 'WORDS  such as 磁头 超市； without any, all are listed' },
      { zh: '退出码  0 找到,1 没有找到,2 用法错误', en: 'exit status  0 found, 1 none found, 2 usage error' },
    ],
    run: async (words) => (await import('./cases.ts')).listCases(words),
  },
  {
    name: 'verify',
    usage:
      'duka verify FILE… --scope terminal_id=T1,interface=chip --repaired TIME [--since TIME] [--format text|json] [--lang zh|en] [--tz +08:00] [--mapping FILE] [--dialect FILE]',
    summary: { zh: '看修理后是否真的恢复', en: 'tell from the reads after a repair whether it helped' },
    details: [
      {
        zh: '--scope  修的是哪里：列=值，逗号隔开；同一列写两次表示任一值',
        en: '--scope  what was repaired: column=value, separated by commas; a column named twice takes either value',
      },
      { zh: '--repaired  何时修的；以后的读卡才算数', en: '--repaired  when it was repaired; only later reads count' },
      {
        zh: '--since  从何时起有故障；不写时从日志里找',
        en: '--since  since when it was in trouble; found in the log without it',
      },
      {
        zh: '退出码  0 已恢复,1 没有恢复或还要更多读卡,2 输入或用法错误',
        en: 'exit status  0 recovered, 1 not recovered or more reads needed, 2 input or usage error',
      },
    ],
    run: async (words) => (await import('./verify.ts')).verify(words),
  },
  {
    name: 'troubleshoot',
    usage: 'duka troubleshoot [--format text|json] [--knowledge FILE] [--learned FILE] [--lang zh|en]',
    summary: {
      zh: '一问一答，找到最省事的办法',
      en: 'find the cheapest cure, question by question',
    },
    details: [
      {
        zh: '--knowledge  用这个知识文件（JSON 或 YAML，见 docs/formats/knowledge.schema.json）',
        en: '--knowledge  use this knowledge file (JSON or YAML, see docs/formats/knowledge.schema.json)',
      },
      {
        zh: '--learned  用上从了结的案例里学到的（见 duka help learn）',
        en: '--learned  with what closed cases have taught (see duka help learn)',
      },
      {
        zh: '--format json  从标准输入逐行读请求 {"observations":{"编号":"值"},"done":["编号"]}，每行回答一行；"context" 可写这次读卡记录的字段',
        en: '--format json  reads requests {"observations":{"ID":"VALUE"},"done":["ID"]} from standard input, one a line, and answers each with a line; "context" may hold fields of the record of the attempt',
      },
      {
        zh: '退出码  0 正常结束,2 知识文件或用法错误',
        en: 'exit status  0 done, 2 the knowledge cannot be read, or usage error',
      },
    ],
    run: async (words) => (await import('./troubleshoot.ts')).troubleshootHere(words),
  },
  {
    name: 'learn',
    usage: 'duka learn FILE… [--out learned.json] [--knowledge FILE]',
    summary: {
      zh: '从了结的案例里学：原因有多常见、答案说明什么、哪一步管用、要多久',
      en: 'learn from closed cases: how common causes are, what answers tell, what helps and how long it takes',
    },
    details: [
      {
        zh: 'FILE  一行一个：案例 {"cause":"编号","observations":{"编号":"值"},"failed":["编号"],"helped":"编号","minutes":{"编号":12}}、柜台向导的报告（duka guide --reports）、以前学到的数据；- 是标准输入',
        en: 'FILE  one a line: a case {"cause":"ID","observations":{"ID":"VALUE"},"failed":["ID"],"helped":"ID","minutes":{"ID":12}}, a report of the guide (duka guide --reports), or what was learned before; - is standard input',
      },
      {
        zh: '--out  写到这个文件，替换原有内容：同样的输入，结果总是一样；不写时写到标准输出',
        en: '--out  write to this file, in place of what it held: the same input always gives the same; to standard output without it',
      },
      {
        zh: '--knowledge  编号属于这个知识文件，不是 Duka 自带的知识',
        en: "--knowledge  the ids are those of this knowledge file, not of Duka's own",
      },
      {
        zh: '结果里只有编号和次数，可以合并：duka learn a.json b.json --out c.json；用法：duka troubleshoot --learned c.json，duka guide --learned c.json',
        en: 'The result holds ids and counts alone, and merges: duka learn a.json b.json --out c.json; used by duka troubleshoot --learned c.json and duka guide --learned c.json',
      },
      {
        zh: '退出码  0 学到了,2 什么都没学到，或输入、用法错误',
        en: 'exit status  0 something was learned, 2 nothing was, or input or usage error',
      },
    ],
    run: async (words) => (await import('./learn.ts')).learnFrom(words),
  },
  {
    name: 'guide',
    usage:
      'duka guide [--attempts FILE]… [--reports FILE] [--knowledge FILE] [--learned FILE] [--host 127.0.0.1] [--port 8421] [--out FOLDER] [--format text|json] [--lang zh|en]',
    summary: {
      zh: '打开柜台向导：读卡失败时在手机或终端上一步步排查',
      en: 'serve the guide for the counter: why a card is not read, step by step, on a phone or the terminal itself',
    },
    details: [
      {
        zh: '--attempts  一份日志：向导从它已查出的原因开始问（可写多次；也可以是文件夹）',
        en: '--attempts  a log: the guide starts from what it shows of the terminal (may be repeated; a folder will do)',
      },
      {
        zh: '--reports  把各次排查的结果追加到这个文件，一行一个',
        en: '--reports  append how each course ended to this file, one a line',
      },
      {
        zh: '--knowledge --learned  按这个知识文件、按学到的来问（见 duka help troubleshoot、duka help learn）',
        en: '--knowledge --learned  ask by this knowledge file, and by what was learned (see duka help troubleshoot, duka help learn)',
      },
      {
        zh: '--host --port  监听的地址和端口；端口 0 表示任选',
        en: '--host --port  where to listen; port 0 takes a free one',
      },
      {
        zh: '--out  不提供服务，只把页面文件写到这个文件夹，放到自己的 https 网站上（手机离线使用需要 https）',
        en: '--out  serve nothing, write the files to this folder for an https site of your own (which phones need to keep the guide)',
      },
      {
        zh: '--format json  就绪时打印一行 {"ready":true,"http":"…"}',
        en: '--format json  prints one line when it is ready: {"ready":true,"http":"…"}',
      },
      {
        zh: '退出码  0 正常结束（SIGTERM、Ctrl-C）,2 输入或用法错误',
        en: 'exit status  0 ended by SIGTERM or Ctrl-C, 2 input or usage error',
      },
    ],
    run: async (words) => (await import('./guide.ts')).guide(words),
  },
  {
    name: 'merchant',
    usage:
      'duka merchant [NUMBER] [--check] [--attempts FILE…] [--format text|json] [--lang zh|en] [--tz +08:00] [--mapping FILE] [--dialect FILE]',
    summary: { zh: '拆解商户编号，查是不是一清', en: 'take a merchant number apart, and check for direct settlement' },
    details: [
      {
        zh: 'NUMBER  签购单上的 15 位商户编号，如 898210154110002',
        en: 'NUMBER  the 15 digits of the receipt, such as 898210154110002',
      },
      {
        zh: '--check  一步一步查一清，从标准输入回答',
        en: '--check  go through the check step by step, answered on standard input',
      },
      {
        zh: '--attempts  从这些日志算出各收单机构的读卡失败率和主机失败率，带区间',
        en: '--attempts  failure rates of reads and hosts at each acquirer, measured from these logs, with intervals',
      },
      {
        zh: '退出码  0 正常,1 有对不上的地方（--check）,2 输入或用法错误',
        en: 'exit status  0 fine, 1 something does not fit (--check), 2 input or usage error',
      },
    ],
    run: async (words) => (await import('./merchant.ts')).merchant(words),
  },
  {
    name: 'sticker',
    usage: 'duka sticker TERMINAL… [--url BASE] [--model M] [--out sheet.svg|sheet.pdf]',
    summary: {
      zh: '打印贴在终端旁的二维码：一扫就打开这台终端的向导',
      en: 'print QR codes to stick beside terminals: a scan opens the guide for that terminal',
    },
    details: [
      { zh: 'TERMINAL  终端号，可写多个；每张 A4 纸十个', en: 'TERMINAL  ids of terminals; ten on a page of A4' },
      {
        zh: '--url  向导的地址，如 https://guide.example.cn/；不写时用本机在局域网里的地址',
        en: "--url  where the guide is, such as https://guide.example.cn/; this machine's address in its network without it",
      },
      { zh: '--model  这些终端的型号', en: '--model  the model of these terminals' },
      {
        zh: '--out  写到这个文件，后缀 .svg 或 .pdf；不写时把 SVG 写到标准输出',
        en: '--out  write to this file, .svg or .pdf; without it SVG goes to standard output',
      },
    ],
    run: async (words) => (await import('./sticker.ts')).sticker(words),
  },
  {
    name: 'help',
    usage: 'duka help [COMMAND]',
    summary: { zh: '看用法', en: 'show how to use it' },
    details: [],
    run: async (words) => (await import('./help.ts')).help(words, COMMANDS),
  },
  {
    name: 'version',
    usage: 'duka version',
    summary: { zh: '看版本', en: 'show the version' },
    details: [],
    run: async () => (await import('./version.ts')).version(),
  },
];
