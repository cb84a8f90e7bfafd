import type { Advice } from './advise.ts';
import { advise } from './advise.ts';
import { beliefOf } from './belief/belief-of.ts';
import type { Model } from './knowledge/model.ts';
import type { Request, Terms } from './known.ts';
import { readRequest } from './request.ts';

/**
 * The causes after what is known, and the step that begins the plan with the least expected cost.
 * @throws DukaError request.value, request.unknown, request.contradiction
 */
export function troubleshoot(model: Model, request: Request, terms?: Terms): Advice {
  const known = readRequest(model, request);
  return advise(model, beliefOf(model, known), known, terms);
}
