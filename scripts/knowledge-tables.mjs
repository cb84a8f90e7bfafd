// The knowledge as tables that people can review: causes, questions, actions, in zh and en, and all drawings on a sheet.
import { DRAWINGS } from '../packages/knowledge/src/drawings/index.ts';
import {
  ACTIONS,
  ACTOR_TEXT,
  ALARMS,
  CAUSES,
  CONTRADICTIONS,
  costOf,
  DEVICES,
  DOMAIN_TEXT,
  OBSERVATIONS,
} from '../packages/knowledge/src/index.ts';

const WORDS = {
  zh: {
    generated: '由 `npm run generate` 从 packages/knowledge 生成，请勿手改。数字是专家估计，除非注明出处。',
    causes: '原因、现象、处理',
    questions: '柜台上问什么',
    actions: '能做什么',
    devices: '厂家的说明',
    causesHead: ['原因', '看到什么', '怎么处理'],
    share: '占柜台故障',
    prevention: '预防',
    meanwhile: '修好前怎么收款',
    answers: '回答',
    others: '其余原因',
    cost: '代价',
    minutes: '分钟',
    source: '出处',
    drawing: '图',
    actionsHead: ['做法', '谁', '分钟', '折合代价', '消除原因的机会', '禁止', '出处'],
    contradictions: '互相矛盾的回答',
    contradictionsHead: ['先答', '又答', '重问时说'],
    alarms: '听到就马上做',
    alarmsHead: ['回答', '马上说', '马上做'],
    lights: '灯',
    allowed: '清洁可以',
    forbidden: '清洁禁止',
    never: '不做',
    stop: '。',
  },
  en: {
    generated:
      'Written by `npm run generate` from packages/knowledge; do not edit. Figures are expert estimates unless a source is named.',
    causes: 'Causes: what is seen, what is done',
    questions: 'What is asked at the counter',
    actions: 'What can be done',
    devices: 'What makers say',
    causesHead: ['Cause', 'What is seen', 'What is done'],
    share: 'of the troubles at a counter',
    prevention: 'Prevention',
    meanwhile: 'Meanwhile',
    answers: 'answer',
    others: 'all other causes',
    cost: 'costs',
    minutes: 'min',
    source: 'source',
    drawing: 'drawing',
    actionsHead: ['Action', 'By', 'Minutes', 'Cost', 'Chance of removing', 'Forbidden', 'Source'],
    contradictions: 'Answers that contradict each other',
    contradictionsHead: ['First answer', 'Second answer', 'Said when asked again'],
    alarms: 'Answers after which something is done at once',
    alarmsHead: ['Answer', 'Said at once', 'Done at once'],
    lights: 'Lights',
    allowed: 'Cleaning: allowed',
    forbidden: 'Cleaning: forbidden',
    never: 'Not done',
    stop: '.',
  },
};

const percent = (chance) => `${Math.round(chance * 100)} %`;
const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const inDomains = (render) => Object.keys(DOMAIN_TEXT).flatMap(render);

const COUNTER = OBSERVATIONS.filter(({ from }) => from === 'counter');

/** The answers that speak most for a cause: by how much likelier they are than under the other causes. */
function signsOf(cause, most = 5) {
  return COUNTER.flatMap(({ text, values, labels, given, otherwise }) =>
    (given[cause] ?? []).map((chance, i) => ({
      text,
      label: labels[values[i]],
      chance,
      weight: chance * Math.log(chance / otherwise[i]),
    })),
  )
    .filter(({ weight, chance }) => weight > 0 && chance >= 0.1)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
}

function causesPage(lang) {
  const w = WORDS[lang];
  const domain = (id) => [
    `\n## ${DOMAIN_TEXT[id][lang]}\n`,
    table(
      w.causesHead,
      Object.values(CAUSES)
        .filter((cause) => cause.id.startsWith(`${id}.`))
        .map((cause) => [
          `**${cause.name[lang]}**<br>\`${cause.id}\`<br>${cause.what[lang]}<br>${w.share}: ${(cause.prior.counter * 100).toFixed(1)} %`,
          [
            cause.shows[lang],
            ...signsOf(cause.id).map(({ text, label, chance }) => `${text[lang]} ${label[lang]} (${percent(chance)})`),
          ].join('<br>• '),
          [
            ...cause.remedies.map((id, i) => {
              const { by, minutes, text, fixes } = ACTIONS[id];
              const facts = `${ACTOR_TEXT[by][lang]}, ${minutes} ${w.minutes}, ${percent(fixes[cause.id])}`;
              return `${i + 1}. ${text[lang]} (${facts})`;
            }),
            ...(cause.meanwhile ? [`${w.meanwhile}: ${cause.meanwhile[lang]}`] : []),
            `${w.prevention}: ${cause.prevention[lang]}`,
          ].join('<br>'),
        ]),
    ),
  ];
  return [`# ${w.causes}\n\n${w.generated}`, ...inDomains(domain)].join('\n');
}

function questionsPage(lang) {
  const w = WORDS[lang];
  const name = (cause) => CAUSES[cause].name[lang];
  const question = ({ id, text, hint, cost, values, labels, given, otherwise, drawing, source }) => {
    const facts = [`\`${id}\``, `${w.cost} ${cost} ${w.minutes}`, `${w.source}: ${source}`];
    if (drawing) facts.push(`${w.drawing}: ${drawing}`);
    return [
      `\n## ${text[lang]}\n`,
      hint ? `${hint[lang]}\n` : '',
      `${facts.join(' · ')}\n`,
      table(
        ['', ...values.map((value) => labels[value][lang])],
        [
          ...Object.entries(given).map(([cause, chances]) => [name(cause), ...chances.map(percent)]),
          [w.others, ...otherwise.map(percent)],
        ],
      ),
    ]
      .filter((part) => part !== '')
      .join('\n');
  };
  const of = (observation) => COUNTER.find(({ id }) => id === observation);
  const answer = ({ observation, values }) =>
    `${of(observation).text[lang]} ${values.map((value) => of(observation).labels[value][lang]).join(' / ')}`;
  return [
    `# ${w.questions}\n\n${w.generated}`,
    ...COUNTER.map(question),
    `\n## ${w.contradictions}\n`,
    table(
      w.contradictionsHead,
      CONTRADICTIONS.map(({ between, text }) => [...between.map(answer), text[lang]]),
    ),
    `\n## ${w.alarms}\n`,
    table(
      w.alarmsHead,
      ALARMS.map(({ when, text, action }) => [answer(when), text[lang], ACTIONS[action].text[lang]]),
    ),
  ].join('\n');
}

function actionsPage(lang) {
  const w = WORDS[lang];
  const steps = (list = []) => list.map((step, i) => `<br>${i + 1}. ${step[lang]}`).join('');
  const fixes = (action) =>
    action.id === 'call.service'
      ? '100 %'
      : Object.entries(action.fixes)
          .map(([cause, chance]) => `${CAUSES[cause].name[lang]} ${percent(chance)}`)
          .join('<br>');
  const list = (texts) => texts.map((text) => text[lang]).join('<br>');
  return [
    `# ${w.actions}\n\n${w.generated}\n`,
    table(
      w.actionsHead,
      Object.values(ACTIONS).map((action) => [
        `**${action.text[lang]}**${steps(action.steps)}<br>\`${action.id}\``,
        ACTOR_TEXT[action.by][lang],
        action.minutes,
        Math.round(costOf(action)),
        fixes(action),
        list(action.forbidden),
        action.source,
      ]),
    ),
    `\n# ${w.devices}`,
    ...DEVICES.map(
      ({ name, lights, cleaning, forbids, source }) =>
        `\n## ${name[lang]}\n\n${[
          ...lights.map(({ shows, means }) => `- ${w.lights}: ${shows[lang]} → ${means[lang]}`),
          ...cleaning.allowed.map((text) => `- ${w.allowed}: ${text[lang]}`),
          ...cleaning.forbidden.map((text) => `- ${w.forbidden}: ${text[lang]}`),
          ...forbids.map((id) => `- ${w.never}: ${ACTIONS[id].text[lang]}`),
          `- ${w.source}: ${source}`,
        ].join('\n')}`,
    ),
  ].join('\n');
}

/** All drawings on one sheet, in a grey that shows on light and dark alike. */
function drawingsSheet() {
  const [columns, width, height] = [5, 200, 150];
  const all = Object.values(DRAWINGS);
  const rows = Math.ceil(all.length / columns);
  const cells = all.map(
    ({ id, title, body }, i) =>
      `<g transform="translate(${(i % columns) * width + 10} ${Math.floor(i / columns) * height + 8})"><title>${title.zh} ${title.en.replaceAll('&', '&amp;')}</title><g transform="scale(.56)" fill="none" stroke="currentColor" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${body}</g><text y="132" font-family="sans-serif" font-size="12" fill="currentColor">${id}</text></g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns * width} ${rows * height}" color="#808890">\n${cells.join('\n')}\n</svg>\n`;
}

/** File name → text, for docs/knowledge. */
export function knowledgeTables() {
  const pages = ['zh', 'en'].flatMap((lang) => [
    [`causes.${lang}.md`, `${causesPage(lang)}\n`],
    [`questions.${lang}.md`, `${questionsPage(lang)}\n`],
    [`actions.${lang}.md`, `${actionsPage(lang)}\n`],
  ]);
  return new Map([...pages, ['drawings.svg', drawingsSheet()]]);
}
