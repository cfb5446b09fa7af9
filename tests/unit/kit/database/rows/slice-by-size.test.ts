import fc from 'fast-check';
import { sliceBySize } from '../../../../../src/kit/src/database/rows/slice-by-size';

const MIB = 1024 * 1024;

const textIn = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

it('leaves few rows together', () => {
  const rows = [{ body: 'a' }, { body: null }, { body: 1 }];
  expect([...sliceBySize(rows)]).toEqual([rows]);
  expect([...sliceBySize([])]).toEqual([]);
});

it('gives a row that is too large for company a slice of its own', () => {
  const small = { body: 'a' };
  const large = { before: { document: { body: 'b'.repeat(8 * MIB) } } };
  expect([...sliceBySize([small, large, small])]).toEqual([[small], [large], [small]]);
});

it('loses no row and keeps every slice of several below four megabytes and their quotes', () => {
  const row = fc.record({
    body: fc.nat(3 * MIB).map((length) => '文'.repeat(length / 3)),
    inner: fc.record({ text: fc.string() }),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const slices = [...sliceBySize(rows)];
      expect(slices.flat()).toEqual(rows);
      for (const slice of slices) {
        if (slice.length > 1) expect(textIn(slice)).toBeLessThan(4 * MIB + 10_000);
      }
    }),
    { numRuns: 20 }
  );
});
