import {
  countFiles,
  NO_COUNTS,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/counts';
import { isDue } from '../../../../../src/plugins/front-matter/server/src/core/plan/is-due';
import {
  ownSlug,
  plainSlug,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/term-slug';

const known = { status: 'imported', checksum: 'c', fingerprint: 'f', dueAt: null };
const seen = { checksum: 'c', fingerprint: 'f' };

describe('isDue', () => {
  it('is not, when bytes and everything else are as recorded', () => {
    expect(isDue(known, seen, 0)).toBe(false);
  });

  it.each([
    ['it is new', undefined],
    ['its bytes changed', { ...known, checksum: 'other' }],
    ['what decides the result changed', { ...known, fingerprint: 'other' }],
    ['it was quarantined', { ...known, status: 'quarantined' }],
    ['it is in conflict', { ...known, status: 'conflict' }],
    ['another file may no longer stand in its way', { ...known, status: 'skipped' }],
    ['its time has come', { ...known, dueAt: 5 }],
  ])('is, when %s', (_, record) => {
    expect(isDue(record, seen, 5)).toBe(true);
  });

  it('is not, before its time', () => {
    expect(isDue({ ...known, dueAt: 6 }, seen, 5)).toBe(false);
  });
});

describe('countFiles', () => {
  it('keeps found the sum of all outcomes', () => {
    const outcomes = [
      'created',
      'updated',
      'unchanged',
      'conflicts',
      'quarantined',
      'skipped',
    ] as const;
    const files = outcomes.map((outcome) => ({ outcome, repaired: outcome === 'created' }));
    const counts = countFiles(countFiles(NO_COUNTS, files), files);
    expect(counts).toMatchObject({ found: 12, created: 2, skipped: 2, repaired: 2 });
  });
});

describe('the slug of a term', () => {
  it.each(['rizhaoribao', 'TechWeb', 'Techweb', '21shijijingjibaodao', 'a.b_c~d-e'])(
    'is %s itself, case and all',
    (value) => {
      expect(ownSlug(value)).toBe(value);
    }
  );

  it.each(['日照日报新闻', 'anxinguojizhengquan(xianggang)', 'two words', '', '-x', 'a/b'])(
    'has to be made from "%s"',
    (value) => {
      expect(ownSlug(value)).toBeNull();
    }
  );

  it.each([
    ['日照日报新闻', '日照日报新闻'],
    ['Career In touxingPEVC', 'career-in-touxingpevc'],
    ['(xianggang)', 'xianggang'],
    ['!!!', '!!!'],
  ])('is plain where nothing better is at hand: "%s"', (value, slug) => {
    expect(plainSlug(value)).toBe(slug);
  });
});
