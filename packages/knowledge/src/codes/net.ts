import { t } from '../t.ts';
import type { CodeRow } from './table.ts';
import { namespaceOf } from './table.ts';

const GAI = 'RFC 3493, getaddrinfo';
const TLS = 'OpenSSL X509_verify_cert error names';
const NODE = 'Node.js error codes';
const CLOCK = t(
  '先校准终端时钟，再查证书有效期。',
  'Set the clock of the terminal first, then look at the dates of the certificate.',
);
const TRUST = t(
  '更新终端里的根证书，或让主机送全证书链。',
  'Update the root certificates of the terminal, or let the host send its whole chain.',
);

const dns = (name: string, zh: string, en: string, source = GAI): CodeRow => [name, 'dns_failed', zh, en, { source }];
const tls = (name: string, zh: string, en: string, advice = TRUST, source = TLS): CodeRow => [
  name,
  'tls_failed',
  zh,
  en,
  { source, advice },
];

const ROWS: readonly CodeRow[] = [
  ['ENETDOWN', 'link_down', '本机网络已断', 'Network is down'],
  ['ENETUNREACH', 'link_down', '网络不可达', 'Network unreachable'],
  ['ENONET', 'link_down', '设备不在网络上', 'Machine is not on the network'],
  ['EADDRNOTAVAIL', 'link_down', '本机地址不可用', 'Local address not available'],
  ['EHOSTUNREACH', { connect_failed: 0.6, link_down: 0.4 }, '主机不可达', 'Host unreachable'],
  ['EHOSTDOWN', 'connect_failed', '主机已关', 'Host is down'],
  [
    'ECONNREFUSED',
    'connect_failed',
    '连接被拒绝：主机没在该端口监听',
    'Connection refused: nothing listens at that port',
  ],
  ['EACCES', 'connect_failed', '连接被本机策略拦截', 'Connection denied by local policy'],
  ['EPERM', 'connect_failed', '连接被防火墙拦截', 'Connection blocked by a firewall'],
  ['EADDRINUSE', 'connect_failed', '本机端口已被占用', 'Local port in use'],
  ['ETIMEDOUT', { connect_failed: 0.5, no_response: 0.5 }, '连接或应答超时', 'Connection or reply timed out'],
  ['ESOCKETTIMEDOUT', 'no_response', '连上后等应答超时', 'Connected, but the reply timed out', { source: NODE }],
  ['EAGAIN', 'no_response', '接收超时', 'Receive timed out'],
  ['ECONNRESET', 'link_lost', '连接被对方或中间设备复位', 'Connection reset by the peer or on the way'],
  ['ECONNABORTED', 'link_lost', '连接被中止', 'Connection aborted'],
  ['ENETRESET', 'link_lost', '网络复位，连接断开', 'Network dropped the connection on reset'],
  ['EPIPE', 'link_lost', '对方已断开，发不出去', 'Broken pipe: the peer has closed'],
  ['ENOTCONN', 'link_lost', '连接已不在', 'Not connected'],
  ['ESHUTDOWN', 'link_lost', '连接已关闭', 'Connection was shut down'],
  ['EMSGSIZE', { link_lost: 0.6, no_response: 0.4 }, '报文太大（多为MTU不符）', 'Message too long (often the MTU)'],
  ['ECANCELED', 'unknown', '操作已取消', 'Operation cancelled', { stage: 'online' }],
  ['EPROTO', 'tls_failed', '协议错误（多为TLS握手不通）', 'Protocol error (often a failed TLS handshake)'],

  dns('ENOTFOUND', '域名查不到', 'Name not found', NODE),
  dns('EAI_AGAIN', '域名服务器暂时不应答', 'Name server does not answer for now'),
  dns('EAI_FAIL', '域名解析失败', 'Name resolution failed'),
  dns('EAI_NONAME', '没有这个域名', 'No such name'),
  dns('EAI_NODATA', '域名没有地址', 'Name has no address'),
  dns('EAI_FAMILY', '域名没有所需类型的地址', 'Name has no address of this family'),
  dns('ESERVFAIL', '域名服务器出错', 'Name server failed', NODE),
  dns('EREFUSED', '域名服务器拒绝查询', 'Name server refused the query', NODE),

  tls('CERT_HAS_EXPIRED', '证书已过期', 'Certificate has expired', CLOCK),
  tls('CERT_NOT_YET_VALID', '证书尚未生效', 'Certificate not yet valid', CLOCK),
  tls('CERT_REVOKED', '证书已吊销', 'Certificate revoked'),
  tls('CERT_UNTRUSTED', '证书不受信任', 'Certificate not trusted'),
  tls('CERT_REJECTED', '证书被拒绝', 'Certificate rejected'),
  tls('CERT_SIGNATURE_FAILURE', '证书签名错误', 'Certificate signature wrong'),
  tls('CERT_CHAIN_TOO_LONG', '证书链太长', 'Certificate chain too long'),
  tls(
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    '无法验证主机证书（常缺中间证书）',
    'Host certificate cannot be verified (often a missing intermediate)',
  ),
  tls('UNABLE_TO_GET_ISSUER_CERT', '找不到签发证书', 'Issuer certificate not found'),
  tls('UNABLE_TO_GET_ISSUER_CERT_LOCALLY', '本机没有签发证书', 'Issuer certificate not in the local store'),
  tls('DEPTH_ZERO_SELF_SIGNED_CERT', '主机用的是自签证书', 'Host uses a self-signed certificate'),
  tls('SELF_SIGNED_CERT_IN_CHAIN', '证书链里有自签证书', 'Self-signed certificate in the chain'),
  tls('INVALID_CA', '签发机构证书无效', 'Invalid CA certificate'),
  tls('HOSTNAME_MISMATCH', '证书与主机名不符', 'Certificate does not match the host name'),
  tls('ERR_TLS_CERT_ALTNAME_INVALID', '证书与主机名不符', 'Certificate does not match the host name', TRUST, NODE),
  tls('ERR_TLS_HANDSHAKE_TIMEOUT', 'TLS握手超时', 'TLS handshake timed out', TRUST, NODE),
  tls(
    'ERR_SSL_WRONG_VERSION_NUMBER',
    '对方不是TLS，或版本不符',
    'The peer does not speak TLS, or another version',
    TRUST,
    NODE,
  ),
];

export const NET = namespaceOf(
  { id: 'net', title: t('网络错误名', 'Network error names'), form: 'name', source: 'POSIX.1-2017 <errno.h>' },
  ROWS,
);
