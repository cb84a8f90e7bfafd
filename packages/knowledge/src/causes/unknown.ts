import { t } from '../t.ts';
import type { CauseTable } from './row.ts';

export const UNKNOWN_CAUSES = {
  'unknown.other': {
    name: t('其他原因', 'Another cause'),
    what: t('证据对不上任何一种已知原因。', 'The evidence fits none of the known causes.'),
    shows: t('现象不固定，各种办法都试过。', 'No steady pattern, and everything has been tried.'),
    weight: 0.018,
    counter: 0.015,
    remedies: ['terminal.restart', 'probe.reader', 'logs.collect', 'inspect.visit', 'replace.terminal'],
    prevention: t('记下时间、卡种、错误码，留给下次判断。', 'Note time, kind of card and code for the next diagnosis.'),
  },
} as const satisfies CauseTable<'unknown'>;
