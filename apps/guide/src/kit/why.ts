import type { Model, Request, Terms } from '@duka/diagnosis';
import { explain } from '@duka/diagnosis';
import type { Reason } from './kit.ts';

/** What made a cause likelier or less so, what moved it most first. */
export const whyOf = (model: Model, request: Request, terms: Terms, cause: string): readonly Reason[] =>
  explain(model, request, terms).causes.find((one) => one.cause === cause)?.evidence ?? [];
