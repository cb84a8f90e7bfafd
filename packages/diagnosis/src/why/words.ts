import type { Text } from '@duka/model';
import { alike } from '@duka/model';
import type { Model } from '../knowledge/model.ts';
import type { Evidence } from './evidence.ts';
import type { Explained } from './explain.ts';

/** `看到什么：更像／更不像，约 4 倍`. */
export function evidenceText(model: Model, { kind, id, value, weight }: Evidence): Text {
  const seen = kind === 'answer' ? answerText(model, id, value!) : failedText(model, id);
  const factor = 10 ** Math.abs(weight);
  const times = factor >= 1000 ? alike('1000+') : alike(factor >= 10 ? factor.toFixed(0) : factor.toFixed(1));
  return weight > 0
    ? { zh: `${seen.zh}：可能性升为约 ${times.zh} 倍`, en: `${seen.en}: about ${times.en} times likelier` }
    : { zh: `${seen.zh}：可能性降为约 ${times.zh} 分之一`, en: `${seen.en}: about ${times.en} times less likely` };
}

function answerText({ observations }: Model, id: string, value: string): Text {
  const { text, labels } = observations.find((one) => one.id === id)!;
  const [question, answer] = [text ?? alike(id), labels.get(value) ?? alike(value)];
  return { zh: `${question.zh}“${answer.zh}”`, en: `${question.en} "${answer.en}"` };
}

function failedText({ actions }: Model, id: string): Text {
  const { zh, en } = actions.find((one) => one.id === id)!.text ?? alike(id);
  return { zh: `做过“${zh}”，没有解决`, en: `"${en}" was done and did not help` };
}

type Step = Explained['step'];

export function stepText({ kind, cost }: Step['next'], chance: Step['chance'], instead: Step['instead']): Text {
  const price = cost.toPrecision(2).replace(/\.0$/, '');
  const percent = Math.round((chance ?? 0) * 100);
  const first = {
    ask: { zh: `问一下代价约 ${price}`, en: `Asking costs about ${price}` },
    do: {
      zh: `有 ${percent} % 的机会解决，代价约 ${price}`,
      en: `It helps with a chance of ${percent} % and costs about ${price}`,
    },
    call: { zh: '再试下去，平均比现在报修还费事', en: 'To try more would on average cost more than to call now' },
  }[kind];
  if (instead === null) return { zh: `${first.zh}。`, en: `${first.en}.` };
  const saved = instead.dearer.toPrecision(2).replace(/\.0$/, '');
  return {
    zh: `${first.zh}；比先做别的（${bare(instead.next.text.zh)}）平均省 ${saved}。`,
    en: `${first.en}; on average it saves ${saved} against what is next best (${bare(instead.next.text.en)}).`,
  };
}

const bare = (sentence: string): string => sentence.replace(/[。.]$/, '');
