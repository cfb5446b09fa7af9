import fc from 'fast-check';
import { filtersOf } from '../questions/filters';
import { present, rarely } from '../questions/parts';
import { ownSortsOf } from '../questions/sorts';
import { columnsOf, type TypeName, TYPES } from '../questions/types';
import type { Level, Populate } from './query';

/** Fields of a type, which at the top may be such as no table has. */
export const fieldsOf = (type: TypeName, isTop: boolean): fc.Arbitrary<readonly string[]> => {
  const columns = [...columnsOf(type), 'id', 'documentId'];
  const some = fc.uniqueArray(fc.constantFrom(...columns), { minLength: 1, maxLength: 5 });
  const name = type === 'post' ? 'title' : 'name';
  return fc.oneof(
    { weight: 8, arbitrary: some },
    { weight: 1, arbitrary: fc.constantFrom(['*'], [name, '*']) },
    {
      weight: isTop ? 3 : 0,
      arbitrary: fc.oneof(
        fc.constantFrom(['path'], [name, 'path'], ['path', '*']),
        some.map((names) => [...names, 'path'])
      ),
    }
  );
};

const levelOf = (type: TypeName, levels: number): fc.Arbitrary<Level> =>
  fc
    .record({
      fields: rarely(50, fieldsOf(type, false)),
      sort: rarely(30, ownSortsOf(type)),
      filters: rarely(25, filtersOf(type, 'rest', 0)),
      populate: levels > 0 ? rarely(30, populateOf(type, levels - 1)) : fc.constant(undefined),
    })
    .map(present);

/** Relations that are asked for with the documents. */
export const populateOf = (type: TypeName, levels = 2): fc.Arbitrary<Populate> => {
  const relations = Object.entries(TYPES[type].relations);
  if (relations.length === 0) return fc.constant('*');
  const names = relations.flatMap(([name, target]) => [
    name,
    ...Object.keys(TYPES[target].relations).map((below) => `${name}.${below}`),
  ]);
  const each = Object.fromEntries(
    relations.map(([name, target]) => [
      name,
      rarely(
        70,
        fc.oneof(
          { weight: 1, arbitrary: fc.constant('*' as const) },
          { weight: 3, arbitrary: levelOf(target, levels) }
        )
      ),
    ])
  );
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant('*' as const) },
    {
      weight: 3,
      arbitrary: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
    },
    { weight: 4, arbitrary: fc.record(each).map(present) as fc.Arbitrary<Populate> }
  );
};
