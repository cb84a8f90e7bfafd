import type { Actor, Text } from '@duka/model';
import { t } from './t.ts';

export const ACTOR_TEXT = {
  cashier: t('收银员', 'cashier'),
  manager: t('店长', 'shop manager'),
  technician: t('维修员', 'technician'),
  operations: t('运维', 'operations'),
  acquirer: t('收单机构', 'acquirer'),
  issuer: t('发卡行', 'issuer'),
  cardholder: t('持卡人', 'cardholder'),
} as const satisfies Record<Actor, Text>;
