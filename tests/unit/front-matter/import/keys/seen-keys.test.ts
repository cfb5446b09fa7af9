import { createHash } from 'node:crypto';
import { SeenKeys } from '../../../../../src/plugins/front-matter/server/src/import/keys/seen-keys';

const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('keys that have been seen', () => {
  it('are known however many there are, and no others', () => {
    const seen = new SeenKeys();
    for (let index = 0; index < 50_000; index += 1) seen.add(keyOf(`seen ${index}`));
    for (let index = 0; index < 50_000; index += 1) {
      expect(seen.has(keyOf(`seen ${index}`))).toBe(true);
      expect(seen.has(keyOf(`other ${index}`))).toBe(false);
    }
  });

  it('are none to begin with, not even one of nothing but zeros', () => {
    const seen = new SeenKeys();
    const zeros = '0'.repeat(64);
    expect(seen.has(zeros)).toBe(false);
    seen.add(zeros);
    seen.add(zeros);
    expect(seen.has(zeros)).toBe(true);
    expect(seen.has('f'.repeat(64))).toBe(false);
  });
});
