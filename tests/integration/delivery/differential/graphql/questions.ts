import fc from 'fast-check';
import { type Question, type TieBreak, WHOLE_PAGE } from '../questions/question';
import { BY_ID, BY_ID_BACKWARDS } from '../questions/sorts';
import type { TypeName } from '../questions/types';
import { who } from '../questions/who';
import type { PersonName } from '../people/people';
import type { Tree } from '../questions/values';
import type { Documents, Operation } from './document';
import { rootOf } from './fields';
import { ODD_DOCUMENTS } from './odd';
import { write, type Written } from './write';

/** More than any document has relations, in lists of what is asked for as a whole. */
const ALL_RELATED = '20';

const wholeOf = (
  field: Documents,
  ties: TieBreak,
  pagination: Tree,
  isRoot: boolean
): Documents => {
  const { sort } = field.args;
  const isList = field.shape !== 'one';
  const terms = isRoot || sort !== undefined ? [...(sort ?? []), idTerm(ties)] : undefined;
  return {
    ...field,
    args: {
      ...field.args,
      ...(isList && terms !== undefined ? { sort: terms } : {}),
      ...(isList ? { pagination } : {}),
    },
    relations: field.relations.map((below) => wholeOf(below, ties, { limit: ALL_RELATED }, false)),
  };
};

const idTerm = (ties: TieBreak) => (ties === 'asc' ? BY_ID : BY_ID_BACKWARDS);

const type: fc.Arbitrary<TypeName> = fc.oneof(
  { weight: 5, arbitrary: fc.constant('post' as const) },
  { weight: 2, arbitrary: fc.constantFrom('category' as const, 'tag' as const) }
);
const shape: fc.Arbitrary<Documents['shape']> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('list' as const) },
  { weight: 3, arbitrary: fc.constant('connection' as const) },
  { weight: 2, arbitrary: fc.constant('one' as const) }
);
const root = fc.tuple(type, shape).chain(([of, as]) => rootOf(of, as));

const operation: fc.Arbitrary<Operation> = fc
  .record({
    name: fc.constantFrom(null, null, 'Newest'),
    roots: fc.oneof(
      { weight: 5, arbitrary: fc.array(root, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(root, { minLength: 2, maxLength: 3 }) }
    ),
    writing: fc.constantFrom('inline', 'inline', 'values as variables', 'arguments as variables'),
  })
  .map(({ roots, ...rest }) => ({
    ...rest,
    roots: roots.map((field, index) => (index === 0 ? field : { ...field, alias: `more${index}` })),
  }));

const way = fc.oneof(
  { weight: 12, arbitrary: fc.constant('POST' as const) },
  { weight: 1, arbitrary: fc.constant('GET' as const) }
);

const HEADERS = [{}, {}, {}, { origin: 'https://reader.example' }];

const requestOf = (
  written: Written,
  method: 'GET' | 'POST',
  headers: Readonly<Record<string, string>>
): ReturnType<Question['request']> => {
  if (method === 'POST') {
    return {
      method,
      path: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(written),
    };
  }
  const { query, variables, operationName } = written;
  const search = new URLSearchParams({
    query,
    ...(variables === undefined ? {} : { variables: JSON.stringify(variables) }),
    ...(operationName === undefined ? {} : { operationName }),
  });
  return {
    method,
    path: `/graphql?${search}`,
    headers: { 'apollo-require-preflight': 'true', ...headers },
  };
};

const headers = fc.constantFrom<Record<string, string>[]>(...HEADERS);

interface Sent {
  readonly who: PersonName;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
}

const questionOf = (asked: Operation, { who: person, method, headers: sent }: Sent): Question => ({
  who: person,
  [fc.toStringMethod]: () => JSON.stringify({ who: person, asked }),
  request: (values, turn) => requestOf(write(asked, values, turn), method, sent),
  whole(values, turn, ties, page) {
    const pages = { page: `${page}`, pageSize: `${WHOLE_PAGE}` };
    const roots = asked.roots.map((field) => wholeOf(field, ties, pages, true));
    return requestOf(write({ ...asked, roots, writing: 'inline' }, values, turn), 'POST', {});
  },
});

const generated: fc.Arbitrary<Question> = fc
  .record({ who, operation, method: way, headers })
  .map(({ operation: asked, ...sent }) => questionOf(asked, sent));

const odd: fc.Arbitrary<Question> = fc
  .record({ who, query: fc.constantFrom(...ODD_DOCUMENTS), way, headers })
  .map(({ who: person, query, way: method, headers: sent }) => ({
    who: person,
    [fc.toStringMethod]: () => JSON.stringify({ who: person, query }),
    request: () => requestOf({ query }, method, sent),
    whole: () => null,
  }));

/** Requests of GraphQL, most of them such as a frontend sends. */
export const graphqlQuestion: fc.Arbitrary<Question> = fc.oneof(
  { weight: 8, arbitrary: generated },
  { weight: 1, arbitrary: odd }
);

/** A query that somebody writes down. */
export const operationQuestion = (
  roots: readonly Documents[],
  person: PersonName = 'visitor'
): Question =>
  questionOf(
    { name: null, roots, writing: 'inline' },
    { who: person, method: 'POST', headers: {} }
  );
