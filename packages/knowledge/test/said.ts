import type { Text } from '@duka/model';

const HAN = /\p{Script=Han}/u;

/** Both languages are there, each in its own script; 签到 is what a key on the terminal says. */
export const isSaid = ({ zh, en }: Text): boolean =>
  HAN.test(zh) && /[a-z0-9]/i.test(en) && !HAN.test(en.replaceAll('重新签到', '').replaceAll('签到', '')) && zh !== en;

/** Asks for what is nobody's business: numbers, codes and dates of a card, or a PIN. */
export const asksForSecrets = ({ zh, en }: Text): boolean =>
  /(输入|告诉|记下|抄下|填写|拍下?).{0,4}(卡号|密码|有效期|CVN|CVV)/.test(zh) ||
  /\b(enter|key|type|tell|write|note)\b[^.]{0,20}\b(card number|cvv|expiry)/i.test(en) ||
  /\b(type|tell|write|note)\b[^.]{0,20}\bpin\b/i.test(en);
