import fc from 'fast-check';
import {
  hashHeld,
  hashStatus,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/hash-post';
import {
  mergeValues,
  rememberMerge,
  type Sides,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/merge-values';
import { planRevision } from '../../../../../src/plugins/front-matter/server/src/core/plan/plan-revision';

const base = { title: { from: 'A', as: 'A' } };
const title = (archive: string, site: string): Record<string, Sides> => ({
  title: { archive, wanted: archive, site },
});

describe('mergeValues', () => {
  it.each([
    ['nobody changed anything', 'A', 'A', { write: [], conflicts: [] }],
    ['only the archive changed', 'B', 'A', { write: ['title'], conflicts: [] }],
    ['only an editor changed', 'A', 'B', { write: [], conflicts: [] }],
    ['both changed alike', 'B', 'B', { write: [], conflicts: [] }],
    ['both changed differently', 'B', 'C', { write: [], conflicts: ['title'] }],
  ])('when %s', (_, archive, site, expected) => {
    expect(mergeValues(base, title(archive, site))).toMatchObject(expected);
  });

  it('takes a slug that had to be another for unchanged', () => {
    const settled = { slug: { from: 'x', as: 'x-2' } };
    expect(mergeValues(settled, { slug: { archive: 'x', wanted: 'x', site: 'x-2' } })).toEqual({
      write: [],
      conflicts: [],
      edited: [],
    });
  });

  it('fills an attribute that was never imported where the site has nothing', () => {
    const now = { excerpt: { archive: 'E', wanted: 'E', site: '-' } };
    expect(mergeValues(base, now).write).toEqual(['excerpt']);
  });

  it('keeps what an editor wrote into an attribute that was never imported', () => {
    const now = { excerpt: { archive: 'E', wanted: 'E', site: 'F' } };
    expect(mergeValues(base, now)).toMatchObject({ write: [], conflicts: ['excerpt'] });
  });

  const value = fc.constantFrom('-', 'A', 'B', 'C');
  const sides = fc.record({ from: value, archive: value, site: value });

  it('never writes over what an editor changed', () => {
    fc.assert(
      fc.property(sides, ({ from, archive, site }) => {
        const merge = mergeValues({ title: { from, as: from } }, title(archive, site));
        if (site !== from) expect(merge.write).toEqual([]);
      })
    );
  });

  it('is done after one merge: the same file again changes nothing', () => {
    fc.assert(
      fc.property(sides, ({ from, archive, site }) => {
        const before = { title: { from, as: from } };
        const now = title(archive, site);
        const { write, conflicts } = mergeValues(before, now);
        const written = Object.fromEntries(write.map((name) => [name, archive]));
        const after = rememberMerge(before, now, conflicts, written);
        const again = mergeValues(after, title(archive, write.length > 0 ? archive : site));
        expect(again.write).toEqual([]);
        expect(again.conflicts).toEqual(conflicts);
      })
    );
  });
});

describe('planRevision', () => {
  const status = (archive: boolean, site: boolean): Record<string, Sides> => ({
    publishedAt: {
      archive: hashStatus(archive),
      wanted: hashStatus(archive),
      site: hashStatus(site),
    },
  });
  const draft = { ...base, publishedAt: { from: hashStatus(false), as: hashStatus(false) } };
  const shown = { ...base, publishedAt: { from: hashStatus(true), as: hashStatus(true) } };

  it('publishes a draft whose file is to be shown now', () => {
    const now = { ...title('A', 'A'), ...status(true, false) };
    expect(planRevision(draft, now, 'keep')).toEqual({
      write: [],
      status: 'publish',
      conflicts: [],
      kept: [],
      isEdited: false,
    });
  });

  it('does not publish what an editor has written into the draft', () => {
    const now = { ...title('A', 'B'), ...status(true, false) };
    expect(planRevision(draft, now, 'keep')).toEqual({
      write: [],
      status: null,
      conflicts: ['publishedAt'],
      kept: [],
      isEdited: true,
    });
  });

  it('does not publish a draft when an editor has decided on another time', () => {
    const shownByFile = hashStatus(true);
    const now = {
      ...title('A', 'A'),
      publishedAt: { archive: shownByFile, wanted: shownByFile, site: hashHeld() },
    };
    expect(planRevision(draft, now, 'keep')).toMatchObject({
      status: null,
      conflicts: ['publishedAt'],
    });
    expect(planRevision(draft, now, 'overwrite')).toMatchObject({ status: 'publish' });
  });

  it('unpublishes what the archive hides now', () => {
    const now = { ...title('A', 'A'), ...status(false, true) };
    expect(planRevision(shown, now, 'keep').status).toBe('unpublish');
  });

  it('leaves unpublished what an editor has unpublished', () => {
    const now = { ...title('B', 'A'), ...status(true, false) };
    expect(planRevision(shown, now, 'keep')).toEqual({
      write: ['title'],
      status: null,
      conflicts: [],
      kept: [],
      isEdited: true,
    });
  });

  it('takes the archive for every conflict when told to', () => {
    expect(planRevision(base, title('B', 'C'), 'overwrite')).toEqual({
      write: ['title'],
      status: null,
      conflicts: [],
      kept: [],
      isEdited: true,
    });
  });
});
