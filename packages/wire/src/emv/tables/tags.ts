/**
 * How the value of a data object is read. `hex` shows bytes; `n` packed digits; `text` characters; `template` holds data
 * objects; `dol` tags with lengths, `tags` tags alone; the rest have a table of their own.
 */
export type TagKind =
  | 'hex'
  | 'n'
  | 'text'
  | 'template'
  | 'dol'
  | 'tags'
  | 'date'
  | 'time'
  | 'amount'
  | 'tvr'
  | 'tsi'
  | 'aip'
  | 'auc'
  | 'capabilities'
  | 'additionalCapabilities'
  | 'cvmResults'
  | 'cvmList'
  | 'cryptogram'
  | 'terminalType'
  | 'transactionType'
  | 'entryMode'
  | 'afl'
  | 'errorIndication'
  | 'outcome'
  | 'userInterface';

/** zh, en, how it is read, and its length in bytes: exact, or from and to. Unknown lengths are left out. */
export type TagRow = readonly [zh: string, en: string, kind: TagKind, from?: number, to?: number];

/** Data objects (EMV 4.4 Book 1, Annex B; Book 3, Annex A; contactless: Book A and C-2; DF31 and 9F6x to 9F7x: JR/T 0025). */
export const TAGS = {
  '42': ['发卡行标识号 IIN', 'issuer identification number', 'n', 3],
  '4F': ['应用标识 ADF', 'application identifier (ADF)', 'hex', 5, 16],
  '50': ['应用标签', 'application label', 'text', 1, 16],
  '56': ['第 1 磁道数据', 'track 1 data', 'hex', 0, 76],
  '57': ['第 2 磁道等效数据', 'track 2 equivalent data', 'hex', 0, 19],
  '5A': ['卡号', 'card number', 'hex', 0, 10],
  '61': ['应用模板', 'application template', 'template'],
  '6F': ['文件控制信息 FCI', 'file control information', 'template'],
  '70': ['记录', 'record', 'template'],
  '71': ['发卡行脚本模板 1', 'issuer script template 1', 'template'],
  '72': ['发卡行脚本模板 2', 'issuer script template 2', 'template'],
  '73': ['目录自定义模板', 'directory discretionary template', 'template'],
  '77': ['响应报文模板格式 2', 'response message template format 2', 'template'],
  '80': ['响应报文模板格式 1', 'response message template format 1', 'hex'],
  '81': ['授权金额（二进制）', 'amount authorised (binary)', 'hex', 4],
  '82': ['应用交互特征 AIP', 'application interchange profile', 'aip', 2],
  '83': ['命令模板', 'command template', 'hex'],
  '84': ['专用文件名', 'dedicated file name', 'hex', 5, 16],
  '86': ['发卡行脚本命令', 'issuer script command', 'hex', 0, 261],
  '87': ['应用优先级', 'application priority', 'hex', 1],
  '88': ['短文件标识 SFI', 'short file identifier', 'hex', 1],
  '89': ['授权码', 'authorisation code', 'text', 6],
  '8A': ['授权响应码', 'authorisation response code', 'text', 2],
  '8C': ['卡片风险管理数据对象列表 CDOL1', 'card risk management DOL 1', 'dol', 0, 252],
  '8D': ['卡片风险管理数据对象列表 CDOL2', 'card risk management DOL 2', 'dol', 0, 252],
  '8E': ['持卡人验证方法列表', 'CVM list', 'cvmList', 10, 252],
  '8F': ['CA 公钥索引', 'CA public key index', 'hex', 1],
  '90': ['发卡行公钥证书', 'issuer public key certificate', 'hex'],
  '91': ['发卡行认证数据', 'issuer authentication data', 'hex', 8, 16],
  '92': ['发卡行公钥余项', 'issuer public key remainder', 'hex'],
  '93': ['签名的静态应用数据', 'signed static application data', 'hex'],
  '94': ['应用文件定位器 AFL', 'application file locator', 'afl', 0, 252],
  '95': ['终端验证结果 TVR', 'terminal verification results', 'tvr', 5],
  '97': ['交易证书数据对象列表 TDOL', 'transaction certificate DOL', 'dol', 0, 252],
  '98': ['交易证书哈希', 'transaction certificate hash', 'hex', 20],
  '99': ['密码数据', 'transaction PIN data', 'hex'],
  '9A': ['交易日期', 'transaction date', 'date', 3],
  '9B': ['交易状态信息 TSI', 'transaction status information', 'tsi', 2],
  '9C': ['交易类型', 'transaction type', 'transactionType', 1],
  '9D': ['目录定义文件名', 'directory definition file name', 'hex', 5, 16],
  A5: ['FCI 专有模板', 'FCI proprietary template', 'template'],
  BF0C: ['FCI 发卡行自定义数据', 'FCI issuer discretionary data', 'template'],
  '5F20': ['持卡人姓名', 'cardholder name', 'text', 2, 26],
  '5F24': ['应用失效日期', 'application expiration date', 'date', 3],
  '5F25': ['应用生效日期', 'application effective date', 'date', 3],
  '5F28': ['发卡行国家代码', 'issuer country code', 'n', 2],
  '5F2A': ['交易货币代码', 'transaction currency code', 'n', 2],
  '5F2D': ['首选语言', 'language preference', 'text', 2, 8],
  '5F30': ['服务代码', 'service code', 'n', 2],
  '5F34': ['卡序列号', 'PAN sequence number', 'n', 1],
  '5F36': ['交易货币指数', 'transaction currency exponent', 'n', 1],
  '5F50': ['发卡行网址', 'issuer URL', 'text'],
  '5F53': ['国际银行账号 IBAN', 'IBAN', 'hex', 0, 34],
  '5F54': ['银行识别码 BIC', 'bank identifier code', 'text', 8, 11],
  '5F55': ['发卡行国家代码（2 字母）', 'issuer country code (2 letters)', 'text', 2],
  '5F56': ['发卡行国家代码（3 字母）', 'issuer country code (3 letters)', 'text', 3],
  '5F57': ['账户类型', 'account type', 'n', 1],
  '9F01': ['收单行标识', 'acquirer identifier', 'n', 6],
  '9F02': ['授权金额', 'amount authorised', 'amount', 6],
  '9F03': ['其他金额', 'amount other', 'amount', 6],
  '9F04': ['其他金额（二进制）', 'amount other (binary)', 'hex', 4],
  '9F05': ['应用自定义数据', 'application discretionary data', 'hex', 1, 32],
  '9F06': ['应用标识 AID（终端）', 'application identifier (terminal)', 'hex', 5, 16],
  '9F07': ['应用用途控制 AUC', 'application usage control', 'auc', 2],
  '9F08': ['应用版本号（卡）', 'application version number (card)', 'hex', 2],
  '9F09': ['应用版本号（终端）', 'application version number (terminal)', 'hex', 2],
  '9F0B': ['持卡人姓名扩展', 'cardholder name extended', 'text', 27, 45],
  '9F0D': ['发卡行行为代码：缺省', 'issuer action code: default', 'tvr', 5],
  '9F0E': ['发卡行行为代码：拒绝', 'issuer action code: denial', 'tvr', 5],
  '9F0F': ['发卡行行为代码：联机', 'issuer action code: online', 'tvr', 5],
  '9F10': ['发卡行应用数据', 'issuer application data', 'hex', 0, 32],
  '9F11': ['发卡行字符表索引', 'issuer code table index', 'n', 1],
  '9F12': ['应用首选名称', 'application preferred name', 'text', 1, 16],
  '9F13': ['上次联机交易计数器', 'last online ATC', 'hex', 2],
  '9F14': ['连续脱机下限', 'lower consecutive offline limit', 'hex', 1],
  '9F15': ['商户类别码 MCC', 'merchant category code', 'n', 2],
  '9F16': ['商户号', 'merchant identifier', 'text', 15],
  '9F17': ['密码剩余次数', 'PIN try counter', 'hex', 1],
  '9F18': ['发卡行脚本标识', 'issuer script identifier', 'hex', 4],
  '9F1A': ['终端国家代码', 'terminal country code', 'n', 2],
  '9F1B': ['终端最低限额', 'terminal floor limit', 'hex', 4],
  '9F1C': ['终端号', 'terminal identification', 'text', 8],
  '9F1D': ['终端风险管理数据', 'terminal risk management data', 'hex', 1, 8],
  '9F1E': ['接口设备序列号', 'interface device serial number', 'text', 8],
  '9F1F': ['第 1 磁道自定义数据', 'track 1 discretionary data', 'hex'],
  '9F20': ['第 2 磁道自定义数据', 'track 2 discretionary data', 'hex'],
  '9F21': ['交易时间', 'transaction time', 'time', 3],
  '9F22': ['CA 公钥索引（终端）', 'CA public key index (terminal)', 'hex', 1],
  '9F23': ['连续脱机上限', 'upper consecutive offline limit', 'hex', 1],
  '9F26': ['应用密文', 'application cryptogram', 'hex', 8],
  '9F27': ['密文信息数据', 'cryptogram information data', 'cryptogram', 1],
  '9F2D': ['卡片加密公钥证书', 'ICC PIN encipherment key certificate', 'hex'],
  '9F2E': ['卡片加密公钥指数', 'ICC PIN encipherment key exponent', 'hex', 1, 3],
  '9F2F': ['卡片加密公钥余项', 'ICC PIN encipherment key remainder', 'hex'],
  '9F32': ['发卡行公钥指数', 'issuer public key exponent', 'hex', 1, 3],
  '9F33': ['终端性能', 'terminal capabilities', 'capabilities', 3],
  '9F34': ['持卡人验证结果', 'CVM results', 'cvmResults', 3],
  '9F35': ['终端类型', 'terminal type', 'terminalType', 1],
  '9F36': ['应用交易计数器 ATC', 'application transaction counter', 'hex', 2],
  '9F37': ['不可预知数', 'unpredictable number', 'hex', 4],
  '9F38': ['处理选项数据对象列表 PDOL', 'processing options DOL', 'dol', 0, 252],
  '9F39': ['输入方式', 'POS entry mode', 'entryMode', 1],
  '9F3A': ['参考货币金额', 'amount, reference currency', 'hex', 4],
  '9F3B': ['应用参考货币', 'application reference currency', 'n', 2, 8],
  '9F3C': ['交易参考货币', 'transaction reference currency', 'n', 2],
  '9F3D': ['交易参考货币指数', 'transaction reference currency exponent', 'n', 1],
  '9F40': ['终端附加性能', 'additional terminal capabilities', 'additionalCapabilities', 5],
  '9F41': ['交易序列计数器', 'transaction sequence counter', 'n', 2, 4],
  '9F42': ['应用货币代码', 'application currency code', 'n', 2],
  '9F43': ['应用参考货币指数', 'application reference currency exponent', 'n', 1, 4],
  '9F44': ['应用货币指数', 'application currency exponent', 'n', 1],
  '9F45': ['数据认证码', 'data authentication code', 'hex', 2],
  '9F46': ['卡片公钥证书', 'ICC public key certificate', 'hex'],
  '9F47': ['卡片公钥指数', 'ICC public key exponent', 'hex', 1, 3],
  '9F48': ['卡片公钥余项', 'ICC public key remainder', 'hex'],
  '9F49': ['动态数据对象列表 DDOL', 'dynamic data authentication DOL', 'dol', 0, 252],
  '9F4A': ['静态数据认证标签列表', 'SDA tag list', 'tags'],
  '9F4B': ['签名的动态应用数据', 'signed dynamic application data', 'hex'],
  '9F4C': ['卡片动态数', 'ICC dynamic number', 'hex', 2, 8],
  '9F4D': ['日志入口', 'log entry', 'hex', 2],
  '9F4E': ['商户名称和位置', 'merchant name and location', 'text'],
  '9F4F': ['日志格式', 'log format', 'dol'],
  '9F5D': ['可脱机消费金额', 'available offline spending amount', 'hex'],
  '9F61': ['持卡人证件号', "cardholder's identity number", 'hex'],
  '9F63': ['卡产品标识信息', 'card product identification', 'hex', 16],
  '9F66': ['终端交易属性 TTQ', 'terminal transaction qualifiers', 'hex', 4],
  '9F6B': ['第 2 磁道数据（非接磁条模式）', 'track 2 data (contactless stripe mode)', 'hex', 0, 19],
  '9F6C': ['卡片交易属性 CTQ', 'card transaction qualifiers', 'hex', 2],
  '9F6E': ['设备形态或第三方数据', 'form factor or third party data', 'hex'],
  '9F74': ['电子现金发卡行授权码', 'electronic cash issuer authorisation code', 'text', 6],
  '9F79': ['电子现金余额', 'electronic cash balance', 'amount', 6],
  DF31: ['发卡行脚本结果', 'issuer script results', 'hex'],
  DF8115: ['错误指示', 'error indication', 'errorIndication', 6],
  DF8116: ['界面请求数据', 'user interface request data', 'userInterface', 22],
  DF8129: ['结果参数', 'outcome parameter set', 'outcome', 8],
} as const satisfies { readonly [tag: string]: TagRow };
