import {
  hashValue,
  valueOfHash,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/hash-value';

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

describe('valueOfHash', () => {
  it.each(['短', '"quoted"', '[1]', '-', ' ', ['one'], { layout: 'post' }, {}])(
    'gives a short value back: %j',
    (value) => {
      expect(valueOfHash(hashValue(value))).toEqual(value);
    }
  );

  it.each([null, '', []])('gives nothing for what was empty: %j', (value) => {
    expect(valueOfHash(hashValue(value))).toBeNull();
  });

  it.each(['x'.repeat(32), 7, true, { a: 'x'.repeat(40) }])(
    'does not know a value of which there is no more than a hash: %j',
    (value) => {
      expect(valueOfHash(hashValue(value))).toBeUndefined();
    }
  );
});
