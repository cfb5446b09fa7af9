import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import type { Reader } from 'strapi-plugin-kit/database';
import { LRUCache } from 'lru-cache';

import { fieldsIn } from '../../answers/learn';
import { Uncovered } from '../../plans/uncovered';
import type { Place } from '../keyset/place';
import type { SortKey } from '../keyset/sort-keys';
import type { PageAsked, PageTaken } from '../take-page';
import { compilePage, type PagePlan } from './compile-page';
import { followPlan } from './follow-plan';

/** What is known of pages of one list that begin at places of one kind. */
type State =
  | { readonly kind: 'ready'; readonly plan: PagePlan }
  /** A plan said something else than Strapi, perhaps since something was written meanwhile. */
  | { readonly kind: 'missed'; readonly misses: number }
  | { readonly kind: 'stock' };

/** What is known of one list: a query, but for which page it asks for. */
interface List {
  readonly keys: readonly SortKey[];
  readonly states: Map<string, State>;
}

/** A page of Strapi's own. */
interface StockPage {
  readonly asked: Pick<PageAsked, 'uid' | 'isBackward' | 'limit'>;
  readonly page: PageTaken;
  readonly documents: readonly unknown[];
}

/** The plans of pages, by the lists that they are of. */
export interface PagePlans {
  /** How a list is sorted; null for one that nothing is known of. */
  keysOf(list: string): readonly SortKey[] | null;
  /** How a page is read; null where it is left to Strapi. */
  find(list: string, isBackward: boolean, place: Place | null): PagePlan | null;
  /** Learns from a page of Strapi's how others of its kind are read. */
  learn(list: string, stock: StockPage): Promise<void>;
  forget(): void;
}

/** Lists that are remembered. */
const MOST = 2000;
const MISSES = 5;

/** Places of one kind are asked for by one statement: where there is no value, nothing is compared. */
const kindOf = (isBackward: boolean, place: Place | null): string =>
  `${isBackward ? 'before' : 'after'} ${(place ?? []).map((value) => (value === null ? 'none' : 'value')).join()}`;

const isDocument = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether a plan reads what Strapi did. */
const agrees = async (
  reader: Reader,
  plan: PagePlan,
  { asked, page, documents }: StockPage
): Promise<boolean> => {
  const own = await followPlan(reader, plan, page.from, asked.limit);
  const { places, hasMore } = page;
  const said = {
    documents: own.documents,
    places: own.documents.map((_, index) => own.placeAt(index)),
    hasMore: own.hasMore,
  };
  // As both are sent.
  const [ours, stock] = [said, { documents, places, hasMore }].map((one): unknown =>
    JSON.parse(JSON.stringify(one))
  );
  return isDeepStrictEqual(ours, stock);
};

export const startPagePlans = (strapi: Core.Strapi, reader: Reader): PagePlans => {
  const lists = new LRUCache<string, List>({ max: MOST });

  const next = async (before: State | undefined, stock: StockPage): Promise<State | null> => {
    const { asked, page, documents } = stock;
    const [sample] = documents;
    if (!isDocument(sample)) return null;
    const misses = before?.kind === 'missed' ? before.misses : 0;
    const fields = fieldsIn(strapi, asked.uid, { data: [sample], meta: {} });
    const plan = compilePage(strapi, asked, page, sample, fields);
    if (await agrees(reader, plan, stock)) return { kind: 'ready', plan };
    return misses < MISSES ? { kind: 'missed', misses: misses + 1 } : { kind: 'stock' };
  };

  return {
    keysOf: (list) => lists.get(list)?.keys ?? null,
    find(list, isBackward, place) {
      const state = lists.get(list)?.states.get(kindOf(isBackward, place));
      return state?.kind === 'ready' ? state.plan : null;
    },
    async learn(list, stock) {
      const { keys, from } = stock.page;
      const known = lists.get(list);
      // Not every list is asked for again.
      if (known === undefined) {
        lists.set(list, { keys, states: new Map() });
        return;
      }
      const kind = kindOf(stock.asked.isBackward, from);
      const before = known.states.get(kind);
      if (before?.kind === 'ready' || before?.kind === 'stock') return;
      try {
        const state = await next(before, stock);
        if (state !== null) known.states.set(kind, state);
      } catch (error) {
        if (!(error instanceof Uncovered)) {
          strapi.log.warn(`delivery leaves pages of ${list} to Strapi: ${String(error)}`);
        }
        known.states.set(kind, { kind: 'stock' });
      }
    },
    forget: () => lists.clear(),
  };
};
