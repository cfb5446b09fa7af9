import {
  cutStatement,
  KEYS,
  readyStatement,
} from '../../../../src/plugins/delivery/server/src/plans/statement';
import { Uncovered } from '../../../../src/plugins/delivery/server/src/plans/uncovered';

describe('a statement', () => {
  it('is given values, parameters and keys in their places', () => {
    const cut = cutStatement('a = ? and b in (?) and c = ?', ['one', KEYS, 'two']);
    const statement = { ...cut, slots: [...cut.slots.slice(0, 2), { parameter: 1 }] };
    const ready = readyStatement(statement);
    expect(ready(['x', 'y'], [1])).toEqual({
      sql: 'a = ? and b in (?) and c = ?',
      values: ['one', 1, 'y'],
      placeCount: 0,
    });
  });

  it('has one text for several numbers of keys, filled up by the last one', () => {
    const ready = readyStatement(cutStatement('b in (?)', [KEYS]));
    expect(ready([], [1, 2, 3])).toMatchObject({
      sql: 'b in (?, ?, ?, ?, ?)',
      values: [1, 2, 3, 3, 3],
    });
    expect(ready([], [1, 2, 3, 4]).sql).toBe('b in (?, ?, ?, ?, ?)');
  });

  it('is left to Strapi where its question marks are not its places', () => {
    expect(() => cutStatement("a = '?' and b = ?", ['one'])).toThrow(Uncovered);
    expect(() => cutStatement('a = ?', [{}])).toThrow(Uncovered);
  });
});
