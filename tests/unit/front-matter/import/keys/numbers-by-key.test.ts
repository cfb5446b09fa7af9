import { createHash } from 'node:crypto';
import { NumbersByKey } from '../../../../../src/plugins/front-matter/server/src/import/keys/numbers-by-key';

const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('numbers by key', () => {
  it('are found however many there are, and none for any other key', () => {
    const numbers = new NumbersByKey();
    for (let index = 0; index < 50_000; index += 1) numbers.set(keyOf(`key ${index}`), index);
    for (let index = 0; index < 50_000; index += 1) {
      expect(numbers.get(keyOf(`key ${index}`))).toBe(index);
      expect(numbers.get(keyOf(`other ${index}`))).toBeUndefined();
    }
  });

  it('are the last that were set, up to the largest of 32 bits, for a key of zeros too', () => {
    const numbers = new NumbersByKey();
    const zeros = '0'.repeat(64);
    expect(numbers.get(zeros)).toBeUndefined();
    numbers.set(zeros, 1);
    numbers.set(zeros, 2 ** 32 - 1);
    expect(numbers.get(zeros)).toBe(2 ** 32 - 1);
  });
});
