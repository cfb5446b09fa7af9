import fc from 'fast-check';
import {
  type ListOf,
  makeCursors,
} from '../../../../src/plugins/delivery/server/src/pages/cursors';

const LIST: ListOf = {
  uid: 'api::post.post',
  keys: [
    { attribute: 'title', type: 'string', isDescending: true },
    { attribute: 'id', type: 'increments', isDescending: false },
  ],
  filters: '["filters[slug]","a"]',
};
const cursors = makeCursors(['first', 'second']);

const scalar = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.constant(null)
);
const place = fc.tuple(scalar, fc.nat());

describe('a cursor', () => {
  it('tells the place that it was made of, in an address as it stands', () => {
    fc.assert(
      fc.property(place, (own) => {
        const cursor = cursors.write(LIST, own);
        expect(encodeURIComponent(cursor)).toBe(cursor);
        expect(cursors.read(LIST, cursor)).toEqual(own);
      })
    );
  });

  it('is none when any of it was changed, or when it was made with another key', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.integer({ min: 1, max: 255 }), (own, at, change) => {
        const bytes = Buffer.from(cursors.write(LIST, own), 'base64url');
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ change;
        expect(cursors.read(LIST, bytes.toString('base64url'))).toBeNull();
        expect(makeCursors(['third']).read(LIST, cursors.write(LIST, own))).toBeNull();
      })
    );
  });

  it.each([
    ['type', { ...LIST, uid: 'api::tag.tag' }],
    ['sort', { ...LIST, keys: LIST.keys.map((key) => ({ ...key, isDescending: false })) }],
    ['filter', { ...LIST, filters: '' }],
  ])('is none of a list of another %s', (_, other) => {
    expect(cursors.read(other, cursors.write(LIST, ['a', 1]))).toBeNull();
  });

  it.each(['', 'a', 'null', '!', 'A'.repeat(5000), 'é'.repeat(40)])('is not %j', (text) => {
    expect(cursors.read(LIST, text)).toBeNull();
  });

  it('that was signed with a former key is read, and new ones are signed with the newest', () => {
    const former = makeCursors(['second']).write(LIST, ['a', 1]);
    expect(cursors.read(LIST, former)).toEqual(['a', 1]);
    expect(cursors.write(LIST, ['a', 1])).toBe(makeCursors(['first']).write(LIST, ['a', 1]));
  });

  it('is not made of a text that no address could carry', () => {
    expect(() => cursors.write(LIST, ['x'.repeat(3000), 1])).toThrow('too long for a cursor');
  });
});
