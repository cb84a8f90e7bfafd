import type { Case } from '@duka/model';
import { t } from '../t.ts';

export const WRONG_PIN: Case = {
  id: 'restaurant-wrong-pin',
  title: t('餐厅：密码输错，被当成读卡失败', 'Restaurant: a wrong PIN taken for a failed read'),
  setting: t('一家餐厅结账时。', 'A restaurant, at payment.'),
  story: t(
    '顾客付款不成，以为读卡失败。其实是密码输错；输对密码后交易成功。事后对员工做了培训。',
    'A payment did not go through and was taken for a failed read. The PIN was wrong; with the right PIN the sale succeeded. The staff were trained afterwards.',
  ),
  evidence: [
    t('卡能读出，是输密码后失败。', 'The card was read; it failed after the PIN.'),
    t('输对密码后同一台终端成功。', 'With the right PIN the same terminal succeeded.'),
  ],
  cause: 'operation.wrong_pin',
  remedy: t('请顾客重新输入密码；培训员工。', 'The customer entered the PIN again; the staff were trained.'),
  outcome: t('交易最终成功。', 'The sale finally succeeded.'),
  lesson: t(
    '先看提示是读卡失败还是密码错；绝不代输、不询问密码。',
    'See first whether it says read failed or wrong PIN; never enter or ask for the PIN.',
  ),
  interfaces: ['chip', 'magstripe'],
  keywords: ['餐厅', '饭店', '密码', '输错', '培训', '操作', 'restaurant', 'PIN', 'wrong', 'training', 'staff'],
  source: 'field report (undated)',
};
