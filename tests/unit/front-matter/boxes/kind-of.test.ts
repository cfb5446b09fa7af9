import { gzipSync } from 'node:zlib';
import { kindOf } from '../../../../src/plugins/front-matter/server/src/boxes/kind-of';
import { makeTar } from './make-tar';
import { makeZip } from './make-zip';

describe('the kind of a box', () => {
  it.each([
    ['zip', makeZip([{ name: 'a' }])],
    ['zip', makeZip([])],
    ['gzip', gzipSync('anything')],
    ['tar', makeTar([{ name: 'a' }])],
    [null, Buffer.alloc(0)],
    [null, Buffer.from('PK')],
    [null, Buffer.from('a text about ustar')],
    [null, Buffer.alloc(1_000)],
  ])('is told by the first bytes: %s', (kind, bytes) => {
    expect(kindOf(bytes)).toBe(kind);
    expect(kindOf(bytes.subarray(0, 512))).toBe(kind);
  });
});
