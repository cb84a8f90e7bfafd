import type { Finding, FindingSeries, InputSummary, Report, ReportDetail, TerminalRow } from '@duka/model';

/** A report by hand: five different faults in a fleet of 60 terminals over four weeks. */
const HOUR = 3_600_000;
const FROM = Date.parse('2026-10-20T00:00:00+08:00');

const input: InputSummary = {
  attempts: 48_213,
  rejected: 12,
  duplicates: 120,
  conflicts: 1,
  removed_card_data: 2,
  bad_cards: 17,
  terminals: 60,
  from: '2026-10-20T07:58:12+08:00',
  to: '2026-11-16T22:41:07+08:00',
  reject_samples: [
    {
      file: 'logs/2026-10.ndjson',
      line: 812,
      field: 'interface',
      code: 'wrong-enum',
      text: {
        zh: 'interface 是 "nfc"，应为 chip、contactless、magstripe、qr、manual 之一',
        en: 'interface is "nfc", needs one of chip, contactless, magstripe, qr, manual',
      },
    },
    {
      file: 'logs/2026-11.csv',
      line: 4,
      field: 'time',
      code: 'time-without-zone',
      text: {
        zh: 'time 是 "2026-11-01 08:00"，缺时区；请加 --tz Asia/Shanghai',
        en: 'time is "2026-11-01 08:00", without a zone; add --tz Asia/Shanghai',
      },
    },
  ],
};

const hostDown: Finding = {
  id: 'F-1c9e20',
  scope: { acquirer: 'UNIONPAY-SH' },
  since: '2026-11-08T19:02:00+08:00',
  until: '2026-11-08T21:47:00+08:00',
  detected_at: '2026-11-08T19:06:41+08:00',
  attempts: 412,
  failures: 371,
  expected_failures: 7.4,
  e_value: 3.2e88,
  causes: [
    { cause: 'network.acquirer_host_down', probability: 0.997 },
    { cause: 'network.down', probability: 0.002 },
  ],
  evidence: [
    {
      text: {
        zh: '41 家门店的 58 台终端在同 5 分钟内开始失败，联网方式和运营商各不相同',
        en: '58 terminals in 41 stores began to fail within the same 5 minutes, over different links and carriers',
      },
      weight: 4.2,
    },
    {
      text: {
        zh: '卡都读到了：失败都在联机阶段，主机无应答占 94 %',
        en: 'The cards were read: all failures are at the online stage, 94 % of them no response from the host',
      },
      weight: 2.6,
    },
    {
      text: {
        zh: '同一时段走其他收单机构的交易照常',
        en: 'Sales over other acquirers went on as usual in the same hours',
      },
      weight: 1.4,
    },
  ],
  action: {
    id: 'acquirer.report_outage',
    by: 'operations',
    minutes: 15,
    text: {
      zh: '把起止时间和失败笔数报给收单机构，索取故障说明；核对这段时间的冲正',
      en: 'Send the acquirer the times and counts and ask for the cause; reconcile the reversals of these hours',
    },
  },
  lost: { sales: 233, amount_minor: 4_871_320, currency: 'CNY' },
};

const release: Finding = {
  id: 'F-88b0d1',
  scope: { model: 'A920', app_version: '5.3.0', interface: 'contactless' },
  since: '2026-11-11T03:10:00+08:00',
  until: null,
  detected_at: '2026-11-11T12:31:09+08:00',
  attempts: 2_310,
  failures: 402,
  expected_failures: 39.6,
  e_value: 6.1e31,
  causes: [
    { cause: 'software.app_defect', probability: 0.91 },
    { cause: 'software.reader_firmware', probability: 0.06 },
    { cause: 'software.host_incompatible', probability: 0.02 },
  ],
  evidence: [
    {
      text: {
        zh: '只有升级到 5.3.0 的 A920 失败增多：17 %，升级前同一批终端 1.7 %',
        en: 'Only A920 terminals on 5.3.0 fail more: 17 %, the same terminals before the update 1.7 %',
      },
      weight: 3.3,
    },
    {
      text: { zh: '14 台终端各在升级后一小时内开始', en: '14 terminals each began within an hour of their update' },
      weight: 2.1,
    },
    {
      text: { zh: '同版本的 P2000 没有变化', en: 'The same version on P2000 shows no change' },
      weight: 0.8,
    },
    { text: { zh: '读卡器固件没有一起升级', en: 'The reader firmware was not updated with it' }, weight: 0.4 },
    { text: { zh: '失败原因分散，没有一个占多数', en: 'The reasons vary, none is in the majority' }, weight: -0.3 },
  ],
  action: {
    id: 'software.roll_back',
    by: 'operations',
    minutes: 40,
    text: {
      zh: '停止推送 5.3.0，先把 3 台 A920 退回 5.2.4，看一天的挥卡失败率',
      en: 'Stop the rollout of 5.3.0, put three A920 back to 5.2.4 and watch their contactless failures for a day',
    },
  },
  lost: { sales: 61, amount_minor: 738_450, currency: 'CNY' },
};

const head: Finding = {
  id: 'F-3a2b77',
  scope: { terminal_id: '33087586', interface: 'magstripe' },
  since: '2026-11-03T09:00:00+08:00',
  until: null,
  detected_at: '2026-11-05T16:22:30+08:00',
  attempts: 210,
  failures: 31,
  expected_failures: 2.8,
  e_value: 2_400_000,
  causes: [
    { cause: 'hardware.magstripe_head_worn', probability: 0.93 },
    { cause: 'hardware.magstripe_head_dirty', probability: 0.05 },
    { cause: 'operation.swipe_technique', probability: 0.004 },
  ],
  evidence: [
    {
      text: {
        zh: '29 张不同的卡在这里刷不出，其中 24 张在别的终端上刷得出',
        en: '29 different cards could not be read here, 24 of them were read on other terminals',
      },
      weight: 2.4,
    },
    {
      text: { zh: '校验错占 71 %，失败率逐日上升', en: 'Parity errors are 71 %, and failures rise day by day' },
      weight: 1.3,
    },
    {
      text: { zh: '4 名操作员都遇到，不是个人手法', en: 'All four operators meet it, so it is not one hand' },
      weight: 0.9,
    },
    { text: { zh: '同一终端插卡、挥卡正常', en: 'Chip and contactless on the same terminal are fine' }, weight: 0.6 },
  ],
  action: {
    id: 'hardware.replace_magstripe_head',
    by: 'technician',
    minutes: 20,
    text: {
      zh: '先用清洁卡清洁磁头；三次试刷仍失败就更换磁头',
      en: 'Clean the head with a cleaning card; if three test swipes still fail, replace the head',
    },
  },
  lost: { sales: 12, amount_minor: 345_600, currency: 'CNY' },
};

const operator: Finding = {
  id: 'F-5d40aa',
  scope: { store_id: 'SH-0172', operator_id: '04', interface: 'chip' },
  since: '2026-10-29T10:14:00+08:00',
  until: null,
  detected_at: '2026-11-02T18:40:12+08:00',
  attempts: 188,
  failures: 27,
  expected_failures: 4.1,
  e_value: 18_500,
  causes: [
    { cause: 'operation.removed_early', probability: 0.88 },
    { cause: 'operation.insert_technique', probability: 0.08 },
    { cause: 'hardware.chip_contacts_dirty', probability: 0.02 },
  ],
  evidence: [
    {
      text: {
        zh: '只有 04 号操作员如此：14 %，同店同终端的其他人 2.1 %',
        en: 'Only operator 04: 14 %, others on the same terminals 2.1 %',
      },
      weight: 2.2,
    },
    {
      text: { zh: '原因多为交易中拔卡（23 次）', en: 'Most are cards pulled during the transaction (23)' },
      weight: 1.8,
    },
    { text: { zh: '在两台终端上都一样', en: 'It is the same on both terminals' }, weight: 0.7 },
  ],
  action: {
    id: 'operation.show_insert',
    by: 'manager',
    minutes: 10,
    text: {
      zh: '和 04 号操作员一起做两笔交易：提示“请取卡”之后再拔卡',
      en: 'Do two sales together with operator 04: take the card only when the terminal says so',
    },
  },
  lost: { sales: 5, amount_minor: 88_210, currency: 'CNY' },
};

const card: Finding = {
  id: 'F-e07f13',
  scope: { card_ref: 'c_9f31e2d07b' },
  since: '2026-11-01T12:20:00+08:00',
  until: null,
  detected_at: '2026-11-09T08:15:55+08:00',
  attempts: 14,
  failures: 11,
  expected_failures: 0.2,
  e_value: 940_000_000,
  causes: [
    { cause: 'card.chip_damaged', probability: 0.96 },
    { cause: 'card.stripe_damaged', probability: 0.02 },
  ],
  evidence: [
    {
      text: {
        zh: '在 6 台终端上都读不出，这些终端读别的卡正常',
        en: 'Not read on 6 terminals that read other cards well',
      },
      weight: 3.1,
    },
    {
      text: { zh: '芯片无应答 9 次；同一张卡挥卡成功 3 次', en: 'Chip mute 9 times; contactless worked 3 times' },
      weight: 1.5,
    },
  ],
  action: {
    id: 'card.ask_replace',
    by: 'cardholder',
    minutes: 5,
    text: {
      zh: '请顾客改用挥卡或扫码，并向发卡行换卡',
      en: 'Ask the customer to tap or use a QR code, and to have the card replaced',
    },
  },
  lost: { sales: 0, amount_minor: 0, currency: 'CNY' },
};

/** A fixed sequence that looks irregular (Park and Miller). */
function wobble(seed: number): () => number {
  let state = seed * 1_103_515 + 12_345;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function seriesOf(
  finding: Finding,
  start: string,
  width: number,
  count: number,
  quiet: number,
  loud: number,
): FindingSeries {
  const from = Date.parse(start);
  const next = wobble(finding.failures);
  const since = Date.parse(finding.since);
  const until = finding.until === null ? Number.POSITIVE_INFINITY : Date.parse(finding.until);
  const buckets = Array.from({ length: count }, (_, index) => {
    const middle = from + (index + 0.5) * width;
    const night = new Date(middle + 8 * HOUR).getUTCHours() < 8 && width < 12 * HOUR;
    const scale = night ? 0.1 : 0.7 + 0.6 * next();
    const mean = (middle > since && middle < until ? loud : quiet) * scale;
    return { attempts: Math.round(20 * scale), failures: Math.floor(mean + next()), expected: quiet * scale };
  });
  return { finding: finding.id, start: from, width, buckets };
}

const terminal = (index: number): TerminalRow => {
  const next = wobble(index + 7);
  const attempts = 500 + Math.floor(600 * next());
  const chip = Math.floor(attempts * 0.4);
  const contactless = Math.floor(attempts * 0.5);
  const failures = [
    Math.floor(chip * 0.02),
    Math.floor(contactless * 0.018),
    Math.floor((attempts - chip - contactless) * 0.03),
  ] as const;
  const updated = index % 4 === 1;
  const tid = index === 17 ? '33087586' : `330875${String(index + 10).padStart(2, '0')}`;
  const own = [hostDown.id, ...(updated ? [release.id] : []), ...(index === 17 ? [head.id] : [])];
  const extra = (updated ? 25 : 0) + (index === 17 ? 28 : 0);
  return {
    terminal_id: tid,
    store_id: `SH-0${150 + Math.floor(index / 1.5)}`,
    model: updated || index % 3 === 0 ? 'A920' : 'P2000',
    attempts,
    failures: failures[0] + failures[1] + failures[2] + 6 + extra,
    expected: failures[0] + failures[1] + failures[2] - 0.5,
    by_interface: [
      { interface: 'chip', attempts: chip, failures: failures[0] + 3 },
      { interface: 'contactless', attempts: contactless, failures: failures[1] + 3 + (updated ? 25 : 0) },
      {
        interface: 'magstripe',
        attempts: attempts - chip - contactless,
        failures: failures[2] + (index === 17 ? 28 : 0),
      },
    ],
    findings: own,
  };
};

export const report: Report = { schema: 'duka.report/1', input, findings: [hostDown, release, head, operator, card] };

export const detail: ReportDetail = {
  series: [
    seriesOf(hostDown, '2026-11-08T16:00:00+08:00', HOUR / 4, 36, 0.6, 33),
    seriesOf(release, '2026-11-04T00:00:00+08:00', 6 * HOUR, 52, 1.8, 18),
    seriesOf(head, '2026-10-20T00:00:00+08:00', 24 * HOUR, 28, 0.22, 2.2),
    seriesOf(operator, '2026-10-20T00:00:00+08:00', 24 * HOUR, 28, 0.24, 1.5),
    seriesOf(card, '2026-10-28T00:00:00+08:00', 24 * HOUR, 20, 0.02, 0.7),
  ],
  terminals: Array.from({ length: 60 }, (_, index) => terminal(index)),
};

/** One finding, for outputs that a test spells out. */
export const oneFinding: Report = {
  schema: 'duka.report/1',
  input: { ...input, conflicts: 0, bad_cards: 0, rejected: 1, reject_samples: input.reject_samples.slice(0, 1) },
  findings: [head],
};

export const nothing: Report = {
  schema: 'duka.report/1',
  input: { ...input, conflicts: 0, bad_cards: 0, rejected: 0, reject_samples: [] },
  findings: [],
};

const HOSTILE = `</style></script><script>alert("1")</script>'\u2028\u202E&amp;`;

/** A finding whose every string from the input attacks the page. */
export const hostile: Report = {
  schema: 'duka.report/1',
  input: {
    ...input,
    reject_samples: [{ file: HOSTILE, line: 1, field: HOSTILE, code: 'x', text: { zh: HOSTILE, en: HOSTILE } }],
  },
  findings: [
    {
      ...head,
      id: HOSTILE,
      scope: { terminal_id: HOSTILE, model: [HOSTILE, 'a', 'b', 'c', 'd'], interface: 'chip' },
      evidence: [{ text: { zh: HOSTILE, en: HOSTILE }, weight: 1 }],
      action: { ...head.action, text: { zh: HOSTILE, en: HOSTILE } },
      lost: { sales: 1, amount_minor: 100, currency: '<b>' },
    },
  ],
};

export const hostileDetail: ReportDetail = {
  series: [{ finding: HOSTILE, start: FROM, width: HOUR, buckets: [{ attempts: 2, failures: 1, expected: 0.1 }] }],
  terminals: [
    {
      terminal_id: HOSTILE,
      store_id: HOSTILE,
      model: HOSTILE,
      attempts: 1,
      failures: 1,
      expected: 0,
      by_interface: [{ interface: 'chip', attempts: 1, failures: 1 }],
      findings: [HOSTILE],
    },
  ],
};
