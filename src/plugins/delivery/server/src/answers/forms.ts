import type { Core } from '@strapi/strapi';
import type { Reader } from 'strapi-plugin-kit/database';
import { LRUCache } from 'lru-cache';

import type { Observed } from '../plans/find-parameters';
import { Uncovered } from '../plans/uncovered';
import { type Made, prepareAnswer } from './answerer';
import type { Freshness } from './freshness';
import { agrees, fieldsIn, generalise, observe, offsetOf, type StockAnswer } from './learn';
import type { RequestForm } from './request-form';
import { addVariant, findVariant, type Ready, sameIn, type Variant } from './variants';
import type { Watched } from './watch-queries';

/** How queries of one form are answered. */
export type State =
  /** It was asked for once: not every form is asked for again. */
  | { readonly kind: 'seen' }
  /** Strapi's own way was watched. */
  | {
      readonly kind: 'observed';
      readonly observed: Observed;
      /** What answers queries that are like it in some values. */
      readonly variants: readonly Variant[];
      readonly misses: number;
    }
  | ({ readonly kind: 'ready' } & Ready)
  | { readonly kind: 'stock'; readonly reason: string };

/** Forms that are remembered. */
const MOST = 2000;

/** Answers that may differ from Strapi's, since something was written meanwhile. */
const MISSES = 5;

/** The forms of queries of an application, and how each is answered. */
export interface Forms {
  /** @param isRemembered whether a new form is remembered, for the next time that it is asked for */
  stateOf(form: RequestForm, isRemembered: boolean): State;
  /** The answer to a request of a form that is ready; null where there is no such document. */
  answer(form: RequestForm, state: State & { readonly kind: 'ready' }): Promise<Made | null>;
  /** Learns from an answer of Strapi's. */
  learn(form: RequestForm, state: State, watched: Watched, stock: StockAnswer): Promise<void>;
  /** Forgets all forms: the public may read other things than before. */
  forget(): void;
}

export const startForms = (strapi: Core.Strapi, reader: Reader, fresh: Freshness): Forms => {
  const states = new LRUCache<string, State>({ max: MOST });

  const next = async (
    form: RequestForm,
    before: State,
    watched: Watched,
    stock: StockAnswer
  ): Promise<State> => {
    const observed = observe(strapi, form, watched, stock);
    if (observed === null) return before;
    const known = before.kind === 'observed' ? before : { misses: 0, variants: [] };
    const first = 'observed' in known ? known.observed : null;
    if (first === null && form.parameters.length > 0)
      return { kind: 'observed', observed, ...known };
    const miss = (reason: string): State => {
      if (known.misses >= MISSES) throw new Uncovered(reason);
      return { ...known, kind: 'observed', observed, misses: known.misses + 1 };
    };
    const plan = generalise(first ?? observed, observed);
    if (plan === null) return miss('its values are not found in what is asked');
    const answerer = prepareAnswer(strapi, reader, fresh, plan, fieldsIn(strapi, form.uid, stock));
    const ready: Ready = { answerer, limit: plan.limit };
    if (!(await agrees(answerer, form, plan.limit, stock)))
      return miss("its answer is not Strapi's");
    const constants = sameIn(first?.parameters ?? [], form.parameters);
    if (first === null || constants.every((value) => value === null)) {
      return { kind: 'ready', ...ready };
    }
    // What is the same in both does not tell its place; a request that comes later may.
    const variants = addVariant(known.variants, { ...ready, constants });
    return { kind: 'observed', observed: first, variants, misses: known.misses };
  };

  return {
    stateOf({ key, parameters }, isRemembered) {
      const known = states.get(key);
      if (known?.kind === 'observed') {
        const variant = findVariant(known.variants, parameters);
        return variant === undefined ? known : { kind: 'ready', ...variant };
      }
      if (known !== undefined) return known;
      if (isRemembered) states.set(key, { kind: 'seen' });
      return { kind: 'stock', reason: 'it is new' };
    },
    answer: (form, { answerer, limit }) =>
      answerer.answer({ offset: offsetOf(form, limit), parameters: form.parameters }),
    async learn(form, state, watched, stock) {
      try {
        states.set(form.key, await next(form, state, watched, stock));
      } catch (error) {
        if (!(error instanceof Uncovered)) {
          strapi.log.warn(`delivery leaves ${form.key} to Strapi: ${String(error)}`);
        }
        const reason = error instanceof Uncovered ? error.reason : 'it could not be planned';
        states.set(form.key, { kind: 'stock', reason });
      }
    },
    forget: () => states.clear(),
  };
};
