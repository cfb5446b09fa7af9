import type { Core } from '@strapi/strapi';
import type { Reader } from 'strapi-plugin-kit/database';

import type { Made } from './answerer';
import { type State, startForms } from './forms';
import type { Freshness } from './freshness';
import type { StockAnswer } from './learn';
import { readForm, type RequestForm, type Route } from './request-form';
import type { Watched } from './watch-queries';

/** A form of query whose answer is still to be learned from. */
interface Lesson {
  readonly form: RequestForm;
  readonly state: State;
  /** What answers to the public depended on when it was asked. */
  readonly terms: string;
}

/** What becomes of a request of the public. */
export type Visit =
  | { readonly way: 'fast'; readonly made: Made; readonly isOfDrafts: boolean }
  | { readonly way: 'stock'; readonly reason: string }
  | { readonly way: 'lesson'; readonly lesson: Lesson };

/** Answers what the public asks for of some types by plans that are learned from Strapi. */
export interface Visits {
  /**
   * @param query the query string, without its question mark
   * @param isInFront whether Strapi knows nothing of the request
   * @returns null for what is none of the types' lists and entries
   */
  visit(path: string, query: string, isInFront: boolean): Promise<Visit> | null;
  /** Whether a path is that of one of the lists or entries. */
  isAbout(path: string): boolean;
  learn(lesson: Lesson, watched: Watched, answer: StockAnswer): Promise<void>;
}

export const startVisits = (
  strapi: Core.Strapi,
  reader: Reader,
  fresh: Freshness,
  routes: readonly Route[]
): Visits => {
  const forms = startForms(strapi, reader, fresh);
  let terms: string | null = null;

  const visit = async (form: RequestForm, isInFront: boolean): Promise<Visit> => {
    const now = await fresh.terms();
    if (now !== terms) {
      forms.forget();
      terms = now;
    }
    const state = forms.stateOf(form, !isInFront);
    if (state.kind === 'stock') return { way: 'stock', reason: state.reason };
    if (state.kind !== 'ready') return { way: 'lesson', lesson: { form, state, terms: now } };
    if (isInFront && !state.answerer.isPlain) {
      return { way: 'stock', reason: 'a sanitizer looks at who asks' };
    }
    const made = await forms.answer(form, state);
    if (made === null) return { way: 'stock', reason: 'there is no such document' };
    return { way: 'fast', made, isOfDrafts: form.isOfDrafts };
  };

  return {
    visit(path, query, isInFront) {
      const form = readForm(routes, path, query);
      return form === null ? null : visit(form, isInFront);
    },
    isAbout: (path) => readForm(routes, path, '') !== null,
    async learn({ form, state, terms: before }, watched, answer) {
      if ((await fresh.terms()) === before) await forms.learn(form, state, watched, answer);
    },
  };
};
