import fc from 'fast-check';

import { parseConfig } from '../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/config/config';
import { jekyllReader } from '../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/read-entry';
import { UTC } from '../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/time/zone';

const read = jekyllReader({
  config: parseConfig('permalink: /:categories/:year/:title/\n'),
  zone: UTC,
  extraFolders: [],
  zonelessDates: 'as-generator',
  nestedCategories: false,
  now: 1_700_000_000,
});

const STATUSES = ['ok', 'repaired', 'quarantined', 'skipped'];

const readBytes = (bytes: Uint8Array): ReturnType<typeof read> =>
  read({ path: '_posts/2022-02-17-x.md', bytes, modifiedAt: 0 });

describe('reading a file of any bytes', () => {
  it('gives a status and never throws', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .uint8Array({ maxLength: 100 })
        .map((tail) => Buffer.concat([Buffer.from('---\ntitle: '), tail, Buffer.from('\n---\n')]))
    );
    fc.assert(
      fc.property(bytes, (file) => {
        const reading = readBytes(file);
        expect(STATUSES).toContain(reading.status);
        expect(reading.issues.map(({ code }) => code)).not.toContain('READER_FAILED');
      }),
      { numRuns: 3000 }
    );
  });

  it('says a failure of its own, and stops nobody', () => {
    const broken = jekyllReader({
      config: parseConfig(''),
      zone: {
        name: 'broken',
        offsetAt: () => {
          throw new Error('no zone');
        },
      },
      extraFolders: [],
      zonelessDates: 'as-generator',
      nestedCategories: false,
      now: 0,
    });
    const reading = broken({
      path: '_posts/2022-02-17-x.md',
      bytes: Buffer.from('x'),
      modifiedAt: 0,
    });
    expect(reading).toMatchObject({ status: 'quarantined', issues: [{ code: 'READER_FAILED' }] });
  });

  it('finds the links a body of nothing but links defines, in one go', () => {
    const body = `${'x '.repeat(500_000)}[1]\n\n${'[2]: http://a.example\n'.repeat(100_000)}[1]: http://b.example\n`;
    const reading = readBytes(Buffer.from(`---\ntitle: x\n---\n${body}`));
    expect('post' in reading && reading.post.excerpt?.slice(-26)).toBe(
      '[1]\n\n[1]: http://b.example'
    );
  });
});
