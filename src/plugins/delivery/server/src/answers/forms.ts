import type { Core } from '@strapi/strapi';
import type { Reader } from 'strapi-plugin-kit/database';
import { LRUCache } from 'lru-cache';

import type { Observed } from '../plans/find-parameters';
import { Uncovered } from '../plans/uncovered';
import { type Answerer, type Made, prepareAnswer } from './answerer';
import type { Freshness } from './freshness';
import { agrees, fieldsIn, generalise, observe, offsetOf, type StockAnswer } from './learn';
import type { RequestForm } from './request-form';
import type { Watched } from './watch-queries';

/** How queries of one form are answered. */
export type State =
  /** It was asked for once: not every form is asked for again. */
  | { readonly kind: 'seen' }
  /** Strapi's own way was watched. */
  | { readonly kind: 'observed'; readonly observed: Observed; readonly misses: number }
  | { readonly kind: 'ready'; readonly answerer: Answerer; readonly limit: number }
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
    const first = before.kind === 'observed' ? before.observed : null;
    // What is the same in both does not tell its place; a request that comes later may.
    if (first?.parameters.some((value, index) => value === form.parameters[index]) === true) {
      return before;
    }
    const observed = observe(strapi, form, watched, stock);
    if (observed === null) return before;
    const misses = before.kind === 'observed' ? before.misses : 0;
    if (first === null && form.parameters.length > 0) return { kind: 'observed', observed, misses };
    const plan = generalise(first ?? observed, observed);
    if (plan === null) {
      if (misses >= MISSES) throw new Uncovered('its values are not found in what is asked');
      return { kind: 'observed', observed, misses: misses + 1 };
    }
    const answerer = prepareAnswer(strapi, reader, fresh, plan, fieldsIn(strapi, form.uid, stock));
    if (await agrees(answerer, form, plan.limit, stock)) {
      return { kind: 'ready', answerer, limit: plan.limit };
    }
    if (misses >= MISSES) throw new Uncovered("its answer is not Strapi's");
    return { kind: 'observed', observed, misses: misses + 1 };
  };

  return {
    stateOf({ key }, isRemembered) {
      const known = states.get(key);
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
