import fc from 'fast-check';
import { filtersOf, slotOf } from '../questions/filters';
import { present, rarely } from '../questions/parts';
import { type Question, WHOLE_PAGE } from '../questions/question';
import { sortsOf } from '../questions/sorts';
import { type TypeName, TYPES } from '../questions/types';
import { fillIn, type Tree, type Value } from '../questions/values';
import { usual } from '../questions/usual';
import { who } from '../questions/who';
import type { PersonName } from '../people/people';
import { fieldsOf, populateOf } from './levels';
import { ODD_ENDS, ODD_PARAMETERS } from './odd';
import { pagination } from './pages';
import { type Query, treeOf, wholeTreeOf } from './query';
import { PLAIN, spell, spelling, type Spelling } from './spelling';

interface Parts {
  readonly who: PersonName;
  readonly type: TypeName;
  /** The document that is asked for by its id; null for a list. */
  readonly id: Value | null;
  /** What stands behind the address instead. */
  readonly end: string | null;
  readonly query: Query;
  readonly odd: string | null;
  readonly as: Spelling;
  readonly method: 'GET' | 'HEAD' | 'OPTIONS';
  readonly headers: Readonly<Record<string, string>>;
}

const beside = (type: TypeName) => ({
  fields: rarely(30, fieldsOf(type, true)),
  populate: rarely(45, populateOf(type)),
  locale: rarely(2, fc.constantFrom('en', '*')),
  _q: rarely(5, slotOf('part')),
});

const anyQuery = (type: TypeName): fc.Arbitrary<Query> =>
  fc
    .record({
      ...beside(type),
      filters: rarely(50, filtersOf(type, 'rest')),
      sort: rarely(60, sortsOf(type)),
      pagination: rarely(55, pagination),
      status: rarely(6, fc.constantFrom('published', 'draft')),
    })
    .map(present);

const usualQuery: fc.Arbitrary<Query> = fc
  .record({ usual, ...beside('post') })
  .map(({ usual: asked, ...rest }) => ({ ...present(rest), ...asked }));

const queryOf = (type: TypeName): fc.Arbitrary<Query> =>
  type === 'post' ? fc.oneof(anyQuery(type), usualQuery) : anyQuery(type);

const HEADERS = [
  {},
  { origin: 'https://reader.example' },
  { 'strapi-response-format': 'v4' },
  { origin: 'null', accept: 'text/html' },
  { 'accept-encoding': 'gzip, br' },
  { 'if-none-match': '*', 'cache-control': 'no-cache' },
  { 'strapi-encode-source-maps': 'true' },
  { cookie: 'jwt=x', 'access-control-request-method': 'GET', origin: 'https://reader.example' },
];

const partsOf = (type: TypeName): fc.Arbitrary<Parts> =>
  fc.record({
    who,
    type: fc.constant(type),
    id: rarely(18, slotOf(TYPES[type].documents)).map((id) => id ?? null),
    end: rarely(2, fc.constantFrom(...ODD_ENDS)).map((end) => end ?? null),
    query: queryOf(type),
    odd: rarely(12, fc.constantFrom(...ODD_PARAMETERS)).map((odd) => odd ?? null),
    as: spelling,
    method: fc.oneof(
      { weight: 40, arbitrary: fc.constant('GET' as const) },
      { weight: 2, arbitrary: fc.constant('HEAD' as const) },
      { weight: 1, arbitrary: fc.constant('OPTIONS' as const) }
    ),
    headers: fc.oneof(
      { weight: 6, arbitrary: fc.constant({}) },
      { weight: 3, arbitrary: fc.constantFrom<Record<string, string>[]>(...HEADERS) }
    ),
  });

/** The parameter that an odd one is instead of. */
const nameOf = (odd: string): string => /^[^=[&]*/u.exec(odd)?.[0] ?? '';

/** Odd parameters that the whole of a list is asked for without. */
const OF_ORDER = new Set(['sort', 'pagination', 'page', 'pageSize', 'start', 'limit', '_limit']);

const questionOf = (parts: Parts): Question => {
  const { type, id, end, odd, as, method, headers } = parts;
  const name = odd === null ? null : nameOf(odd);
  const query: Query = Object.fromEntries(
    Object.entries(parts.query).filter(([key]) => key !== name)
  );
  const sending =
    (tree: Tree, spelled: Spelling, beside: string | null): Question['request'] =>
    (values, turn) => {
      const document =
        id === null ? '' : `/${typeof id === 'string' ? id : id.valueOf(values, turn)}`;
      const search = [spell(fillIn(tree, values, turn), spelled), beside ?? '']
        .filter((part) => part !== '')
        .join('&');
      const path = `/api/${TYPES[type].plural}${end ?? document}`;
      return { method, path: search === '' ? path : `${path}?${search}`, headers };
    };
  const kept = name !== null && OF_ORDER.has(name) ? null : odd;
  return {
    who: parts.who,
    [fc.toStringMethod]: () => JSON.stringify(parts),
    request: sending(treeOf(query, as), as, odd),
    whole: (values, turn, ties, page) => {
      if (method !== 'GET') return null;
      if (id !== null && page > 1) return null;
      const at = id === null ? { page, size: WHOLE_PAGE } : null;
      return sending(wholeTreeOf(query, ties, at), PLAIN, kept)(values, turn);
    },
  };
};

const NOTHING_ODD = { end: null, odd: null, as: PLAIN, method: 'GET', headers: {} } as const;

/** Requests of REST, most of them such as a frontend sends. */
export const restQuestion: fc.Arbitrary<Question> = fc
  .oneof(
    { weight: 7, arbitrary: partsOf('post') },
    { weight: 2, arbitrary: partsOf('category') },
    { weight: 1, arbitrary: partsOf('tag') }
  )
  .map(questionOf);

/** A request of a list that somebody writes down. */
export const listQuestion = (
  type: TypeName,
  query: Query,
  person: PersonName = 'visitor'
): Question => questionOf({ ...NOTHING_ODD, who: person, type, id: null, query });

/** A request of one document. */
export const documentQuestion = (
  type: TypeName,
  id: string,
  query: Query,
  person: PersonName = 'visitor'
): Question => questionOf({ ...NOTHING_ODD, who: person, type, id, query });
