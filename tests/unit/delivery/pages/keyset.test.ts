import fc from 'fast-check';
import { conditionSql } from '../../../../src/plugins/delivery/server/src/pages/keyset/condition-sql';
import { conditionWhere } from '../../../../src/plugins/delivery/server/src/pages/keyset/condition-where';
import {
  type Condition,
  conditionsAfter,
} from '../../../../src/plugins/delivery/server/src/pages/keyset/conditions-after';
import type { Place } from '../../../../src/plugins/delivery/server/src/pages/keyset/place';
import {
  reversed,
  type SortKey,
} from '../../../../src/plugins/delivery/server/src/pages/keyset/sort-keys';

/** How a database orders two values. */
const compare = (
  one: number | null,
  other: number | null,
  { isDescending }: SortKey,
  nullsFirst: boolean
): number => {
  if (one === other) return 0;
  const ascending =
    one === null || other === null ? ((one === null) === nullsFirst ? -1 : 1) : one - other;
  return isDescending ? -ascending : ascending;
};

const sorted = (
  rows: readonly Place[],
  keys: readonly SortKey[],
  nullsFirst: boolean
): readonly Place[] =>
  [...rows].sort((one, other) => {
    for (const [at, key] of keys.entries()) {
      const order = compare(one[at] as number, other[at] as number, key, nullsFirst);
      if (order !== 0) return order;
    }
    return 0;
  });

/** Whether a condition holds of a row, in the logic of SQL: null where it is unknown. */
const holds = (condition: Condition, row: Place, place: Place): boolean | null => {
  switch (condition.kind) {
    case 'all': {
      const inner = condition.of.map((one) => holds(one, row, place));
      return inner.includes(false) ? false : inner.includes(null) ? null : true;
    }
    case 'any': {
      const inner = condition.of.map((one) => holds(one, row, place));
      return inner.includes(true) ? true : inner.includes(null) ? null : false;
    }
    case 'compare': {
      const [value, bound] = [row[condition.key], place[condition.key]];
      if (value === null || bound === null || value === undefined || bound === undefined)
        return null;
      const by = {
        '<': value < bound,
        '<=': value <= bound,
        '>': value > bound,
        '>=': value >= bound,
      };
      return by[condition.by];
    }
    default:
      return (row[condition.key] === null) === (condition.kind === 'null');
  }
};

/** Lists with many ties and missing values, the id the last of each row. */
const list = fc
  .tuple(
    fc.array(fc.boolean(), { minLength: 0, maxLength: 3 }),
    fc.boolean(),
    fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 2 })), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 25,
    })
  )
  .map(([directions, idDescends, values]) => {
    const keys = [...directions, idDescends].map((isDescending, at, all) => ({
      attribute: at === all.length - 1 ? 'id' : `attribute${at}`,
      type: 'integer',
      isDescending,
    }));
    const rows = values.map((row, id) => [...row.slice(0, directions.length), id]);
    return { keys, rows };
  });

describe('what comes after a place', () => {
  it('is the rest of the list, part by part, whatever is equal or missing', () => {
    fc.assert(
      fc.property(list, fc.nat(), fc.boolean(), ({ keys, rows }, at, nullsFirst) => {
        const whole = sorted(rows, keys, nullsFirst);
        const index = at % whole.length;
        const place = whole[index] ?? [];
        const parts = conditionsAfter(keys, place, nullsFirst);
        const found = parts.flatMap((condition) =>
          sorted(
            rows.filter((row) => holds(condition, row, place) === true),
            keys,
            nullsFirst
          )
        );
        expect(found).toEqual(whole.slice(index + 1));
      }),
      { numRuns: 2000 }
    );
  });

  it('is, in the other direction, what comes before it', () => {
    fc.assert(
      fc.property(list, fc.nat(), fc.boolean(), ({ keys, rows }, at, nullsFirst) => {
        const whole = sorted(rows, keys, nullsFirst);
        const index = at % whole.length;
        const place = whole[index] ?? [];
        const back = reversed(keys);
        const found = conditionsAfter(back, place, nullsFirst).flatMap((condition) =>
          sorted(
            rows.filter((row) => holds(condition, row, place) === true),
            back,
            nullsFirst
          )
        );
        expect(found.reverse()).toEqual(whole.slice(0, index));
      }),
      { numRuns: 2000 }
    );
  });

  it('begins with a range of the first attribute, which an index gives', () => {
    const keys = [
      { attribute: 'date', type: 'datetime', isDescending: true },
      { attribute: 'id', type: 'increments', isDescending: false },
    ];
    const columns = [
      { name: 'date', type: 'datetime' },
      { name: 'id', type: 'increments' },
    ];
    const sql = (place: Place, nullsFirst: boolean) =>
      conditionsAfter(keys, place, nullsFirst).map((one) => conditionSql(one, columns).sql);
    const dated = '(date < ?) and ((date < ?) or (id > ?))';
    expect(sql([5, 1], true)).toEqual([dated, 'date is null']);
    expect(sql([5, 1], false)).toEqual([dated]);
    expect(sql([null, 1], true)).toEqual(['(date is null) and (id > ?)']);
    expect(sql([null, 1], false)).toEqual(['(date is null) and (id > ?)', 'date is not null']);
  });

  it('begins a millisecond later where databases know moments better than answers', () => {
    const keys = [
      { attribute: 'date', type: 'datetime', isDescending: false },
      { attribute: 'id', type: 'increments', isDescending: false },
    ];
    const place = ['2022-02-17T00:35:15.999Z', 7];
    const [condition] = conditionsAfter(keys, place, true);
    expect(condition && conditionWhere(condition, keys, place)).toEqual({
      $and: [
        { date: { $gte: '2022-02-17T00:35:15.999Z' } },
        { $or: [{ date: { $gte: '2022-02-17T00:35:16.000Z' } }, { id: { $gt: 7 } }] },
      ],
    });
  });
});
