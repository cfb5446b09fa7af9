import fc from 'fast-check';
import { type TypeName, TYPES } from './types';
import { type Pool, Slot, type Tree } from './values';

/** Where a query is sent: both doors filter alike, with other words. */
export type Door = 'rest' | 'graphql';

/** Operators by what they take, without the sign that REST puts before them. */
const OPERATORS = {
  order: ['eq', 'eq', 'ne', 'lt', 'lte', 'gt', 'gte'],
  text: [
    'eqi',
    'nei',
    'contains',
    'notContains',
    'containsi',
    'notContainsi',
    'startsWith',
    'endsWith',
  ],
  restText: ['startsWithi', 'endsWithi'],
  list: ['in', 'notIn'],
  presence: ['null', 'notNull'],
} as const;

/** Every word of a filter that is no attribute. */
export const WORDS: ReadonlySet<string> = new Set([
  ...Object.values(OPERATORS).flat(),
  ...['between', 'not', 'and', 'or'],
]);

export const slotOf = (pool: Pool): fc.Arbitrary<Slot> =>
  fc.nat(500).map((at) => new Slot(pool, at));

const key = (name: string, value: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
  value.map((tree) => ({ [name]: tree }));

const withOperator = (
  operators: readonly string[],
  value: fc.Arbitrary<Tree>
): fc.Arbitrary<Tree> =>
  fc.tuple(fc.constantFrom(...operators), value).map(([operator, tree]) => ({ [operator]: tree }));

const listsOf = (value: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: withOperator(OPERATORS.list, fc.array(value, { minLength: 1, maxLength: 4 })),
    },
    { weight: 2, arbitrary: key('between', fc.tuple(value, value)) }
  );

const PRESENCE = withOperator(OPERATORS.presence, slotOf('truth'));

/** A comparison of one attribute, of texts or of what can be put in order. */
const comparison = (pool: Pool, isText: boolean, door: Door): fc.Arbitrary<Tree> => {
  const value = slotOf(pool);
  const parts = fc.oneof(slotOf('part'), value);
  const texts = door === 'rest' ? [...OPERATORS.text, ...OPERATORS.restText] : OPERATORS.text;
  const one = fc.oneof(
    { weight: 5, arbitrary: withOperator(OPERATORS.order, value) },
    { weight: isText ? 4 : 0, arbitrary: withOperator(texts, parts) },
    { weight: 2, arbitrary: listsOf(value) },
    { weight: 1, arbitrary: PRESENCE }
  );
  return fc.oneof(
    { weight: door === 'rest' ? 3 : 0, arbitrary: value },
    { weight: 7, arbitrary: one },
    { weight: 1, arbitrary: key('not', one) }
  );
};

const onAttributes = (type: TypeName, door: Door): fc.Arbitrary<Tree> => {
  const { texts, moments, documents, others } = TYPES[type];
  const ids = key('documentId', comparison(documents, true, door));
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.oneof(
        ...Object.entries(texts).map(([name, pool]) => key(name, comparison(pool, true, door)))
      ),
    },
    {
      weight: 4,
      arbitrary: fc.oneof(...moments.map((name) => key(name, comparison('moment', false, door)))),
    },
    { weight: 2, arbitrary: ids },
    { weight: door === 'rest' ? 1 : 0, arbitrary: key('id', comparison('row', false, door)) },
    ...others.map((name) => ({ weight: 1, arbitrary: key(name, PRESENCE) }))
  );
};

/** What a list by category or tag is filtered by, as most frontends write it. */
const onRelation = (type: TypeName, door: Door, levels: number): fc.Arbitrary<Tree> => {
  const names = Object.entries(TYPES[type].relations);
  return fc.oneof(
    ...names.map(([name, target]) =>
      key(
        name,
        fc.oneof(
          {
            weight: 4,
            arbitrary: key('slug', comparison(TYPES[target].texts['slug'] ?? 'text', true, door)),
          },
          {
            weight: 2,
            arbitrary: key('documentId', comparison(TYPES[target].documents, false, door)),
          },
          { weight: 3, arbitrary: filtersOf(target, door, levels - 1) },
          { weight: door === 'rest' ? 1 : 0, arbitrary: fc.oneof(PRESENCE, slotOf('row')) }
        )
      )
    )
  );
};

const merged = (trees: readonly Tree[]): Tree => Object.assign({}, ...trees) as Tree;

/**
 * Filters on documents of a type.
 * @param levels - how many relations may be gone through, and groups be nested
 */
export const filtersOf = (type: TypeName, door: Door, levels = 2): fc.Arbitrary<Tree> => {
  const hasRelations = levels > 0 && Object.keys(TYPES[type].relations).length > 0;
  const simple = fc.oneof(
    { weight: 5, arbitrary: onAttributes(type, door) },
    ...(hasRelations ? [{ weight: 4, arbitrary: onRelation(type, door, levels) }] : [])
  );
  if (levels === 0) return simple;
  const below = filtersOf(type, door, levels - 1);
  const group = fc.array(below, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 8, arbitrary: simple },
    { weight: 3, arbitrary: fc.array(simple, { minLength: 2, maxLength: 3 }).map(merged) },
    { weight: 2, arbitrary: withOperator(['and', 'or'], group) },
    { weight: 1, arbitrary: key('not', below) },
    { weight: 1, arbitrary: fc.tuple(simple, withOperator(['or', 'and'], group)).map(merged) }
  );
};
