import { hashValue } from '../../../../../src/plugins/front-matter/server/src/core/plan/hash-value';

describe('hashValue', () => {
  it('takes empty for empty, whatever it is called', () => {
    expect(new Set([null, '', []].map((empty) => hashValue(empty)))).toEqual(new Set(['-']));
  });

  it('tells false, zero and an empty map from nothing', () => {
    expect(new Set([false, 0, {}, null].map((value) => hashValue(value))).size).toBe(4);
  });

  it('does not mind the order of keys, and minds that of lists', () => {
    expect(hashValue({ a: 1, b: { c: 2, d: 3 } })).toBe(hashValue({ b: { d: 3, c: 2 }, a: 1 }));
    expect(hashValue(['a', 'b'])).not.toBe(hashValue(['b', 'a']));
  });

  it('tells a text from the JSON it looks like', () => {
    expect(hashValue('1')).not.toBe(hashValue(1));
    expect(hashValue('[1]')).not.toBe(hashValue([1]));
  });
});
