/**
 * Names of foreign fields, in lower case and without anything between their words, that say that the value must not
 * be kept: ISO 8583 fields 2, 35, 36, 45, 52 and their usual names, card numbers, tracks, verification codes, PINs, keys
 * (PCI DSS v4.0.1 3.3.1 and 3.5.1).
 */
const SECRET =
  /^(?:(?:f|de|p|field|bit|dataelement|域|第)0*(?:2|35|36|45|52)域?|(?:2|35|36|45|52)域|pan|(?:clear|full)pan|primaryaccount(?:no|num|number)|(?:credit|debit|bank)?card(?:no|num|number)|(?:account|acct|acc)(?:no|num|number)|(?:full|raw)?(?:track|trk)(?:[123]|one|two|three)?(?:data|equivalent|equivalentdata)?|cv[vcn]2?|cav2?|cid|csc|(?:card)?(?:verification|security)(?:code|value)|(?:card)?pin|(?:clear|plain|enc|encrypted|online|offline)?pin(?:block|blk|data|code|number|块|码)|password|passwd|pwd|cardholder(?:name)?|持卡人(?:姓名)?|(?:个人|支付|交易|银行卡)?密码(?:块|数据|密文)?|(?:银行|主|信用)?卡(?:片)?(?:号|号码)|(?:主|银行)?账号|卡?安全码|第?[一二三123]?(?:磁道|磁轨).*|t[mpad]k|pik|mak|(?:master|work|working|session|pin|mac)key|.*密钥)$/;

/** A log has a few names and repeats them in every record: each is judged once. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 1000;

/** Whether the name of a field, or the last part of a dotted path, says that its value must not be kept. */
export function isSecretName(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const isSecret = judge(name);
  if (judged.size < MOST_JUDGED) judged.set(name, isSecret);
  return isSecret;
}

function judge(name: string): boolean {
  const parts = [name, name.split(/[./:[\]]/).findLast((part) => part !== '') ?? ''];
  return parts.some((part) =>
    SECRET.test(
      part
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, ''),
    ),
  );
}

/** ISO 8583 field 52 under its bare number: eight bytes, which no other field of that number holds. */
export const isNumberedPinBlock = (name: string, value: unknown): boolean =>
  typeof value === 'string' && /^(?:.*\D)?0*52$/.test(name) && /^\s*(?:[0-9a-f]{2}\s?){8}$/i.test(value);
