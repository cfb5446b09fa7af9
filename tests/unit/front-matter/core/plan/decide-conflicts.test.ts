import fc from 'fast-check';
import type { SiteDocument } from '../../../../../src/plugins/front-matter/server/src/core/document';
import {
  decideConflicts,
  seenHash,
  type Decisions,
  type Side,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/decide-conflicts';
import {
  hashStatus,
  STATUS,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/hash-post';
import {
  mergeValues,
  rememberMerge,
  type ImportedValues,
  type Sides,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/merge-values';
import { planRevision } from '../../../../../src/plugins/front-matter/server/src/core/plan/plan-revision';

const AT = '2022-03-03T00:00:00.000Z';
const LATER = '2022-03-03T00:00:01.000Z';

const documentOf = (title: string, published: string | null = title): SiteDocument => {
  const row = (id: number, value: string) => ({
    ...{ id, createdAt: AT, updatedAt: AT, publishedAt: id === 1 ? null : AT },
    values: { title: value },
    terms: {},
  });
  return {
    documentId: 'document',
    main: row(1, title),
    published: published === null ? null : row(2, published),
  };
};

const sides = { title: { archive: '"B', wanted: '"B', site: '"C' } };
const file = {
  path: '_posts/one.md',
  checksum: 'sum',
  record: { checksum: 'sum', run: 3 },
  document: documentOf('C'),
  sides,
  conflicts: ['title'],
};
const SEEN = seenHash(sides, file.document, 'title');

describe('decideConflicts', () => {
  const decisions = (
    parts: { seen?: string; checksum?: string; path?: string } = {}
  ): Decisions => ({
    files: [
      {
        path: parts.path ?? file.path,
        checksum: parts.checksum ?? 'sum',
        fields: { title: { side: 'archive', seen: parts.seen ?? SEEN } },
      },
    ],
  });
  const of = (decided: Decisions, now: Partial<typeof file> = {}) => {
    const { sides: found, outdated } = decideConflicts(decided, { ...file, ...now });
    return { sides: Object.fromEntries(found), outdated };
  };
  const HOLDS = { sides: { title: 'archive' }, outdated: [] };
  const OUTDATED = { sides: {}, outdated: ['title'] };

  it('holds for what is as it was seen', () => {
    expect(of(decisions())).toEqual(HOLDS);
  });

  it('does not hold where an editor has changed the field, or published another version of it', () => {
    const changed = { title: { ...sides.title, site: '"D' } };
    expect(of(decisions(), { sides: changed })).toEqual(OUTDATED);
    expect(of(decisions(), { document: documentOf('C', 'A') })).toEqual(OUTDATED);
    expect(of(decisions(), { document: documentOf('C', null) })).toEqual(OUTDATED);
  });

  it('does not hold where the file has changed', () => {
    expect(of(decisions({ checksum: 'other' }))).toEqual(OUTDATED);
  });

  it('is about its own file, and its own fields', () => {
    expect(of(decisions({ path: '_posts/two.md' }))).toEqual({ sides: {}, outdated: [] });
    expect(of(decisions(), { conflicts: ['body', 'constructor'] })).toEqual({
      sides: {},
      outdated: [],
    });
  });

  it('is one for all that was there when somebody looked', () => {
    const all = (lookedAt: string, run: number): Decisions => ({
      all: { side: 'archive', lookedAt, run },
    });
    expect(of(all(LATER, 3))).toEqual(HOLDS);
    expect(of(all(AT, 3))).toEqual(OUTDATED);
    expect(of(all(LATER, 2))).toEqual(OUTDATED);
    const other = { record: { checksum: 'other', run: 3 } };
    expect(of(all(LATER, 3), other)).toEqual(OUTDATED);
  });
});

describe('a merge with decisions', () => {
  const NAMES = ['title', 'body', 'tags'] as const;
  const value = fc.constantFrom('-', 'A', 'B', 'C');
  const field = fc.record({ from: value, archive: value, site: value });
  const fields = fc.record({ title: field, body: field, tags: field });
  const side = fc.constantFrom<Side | undefined>('archive', 'site', undefined);
  const choices = fc.record({ title: side, body: side, tags: side });

  type Fields = Record<(typeof NAMES)[number], { from: string; archive: string; site: string }>;
  type Choices = Record<(typeof NAMES)[number], Side | undefined>;

  const baseOf = (of: Fields): ImportedValues =>
    Object.fromEntries(NAMES.map((name) => [name, { from: of[name].from, as: of[name].from }]));
  const sidesOf = (of: Fields): Record<string, Sides> =>
    Object.fromEntries(
      NAMES.map((name) => {
        const { archive, site } = of[name];
        return [name, { archive, wanted: archive, site }];
      })
    );
  const decided = (chosen: Choices): ReadonlyMap<string, Side> =>
    new Map(NAMES.flatMap((name) => (chosen[name] ? [[name, chosen[name]]] : [])));

  /** What is there after an import, and what the ledger says of it. */
  const run = (base: ImportedValues, of: Fields, chosen: ReadonlyMap<string, Side>) => {
    const now = sidesOf(of);
    const { write, conflicts, kept } = planRevision(base, now, 'keep', chosen);
    const written = Object.fromEntries(write.map((name) => [name, now[name]?.archive ?? '-']));
    const after = Object.fromEntries(
      NAMES.map((name) => [name, { ...of[name], site: written[name] ?? of[name].site }])
    ) as Fields;
    return { after, base: rememberMerge(base, now, conflicts, written, kept), conflicts };
  };

  it('gives each field in conflict the side that was chosen for it, and any other what it would get anyway', () => {
    fc.assert(
      fc.property(fields, choices, (of, chosen) => {
        const without = mergeValues(baseOf(of), sidesOf(of));
        const { after, conflicts } = run(baseOf(of), of, decided(chosen));
        for (const name of NAMES) {
          const { archive, site } = of[name];
          const isContested = without.conflicts.includes(name);
          const isTaken = isContested ? chosen[name] === 'archive' : without.write.includes(name);
          expect(after[name].site).toBe(isTaken ? archive : site);
          expect(conflicts.includes(name)).toBe(isContested && chosen[name] === undefined);
        }
      })
    );
  });

  it('is the same twice as once: the same files again change nothing, and are in conflict no more', () => {
    fc.assert(
      fc.property(fields, choices, (of, chosen) => {
        const once = run(baseOf(of), of, decided(chosen));
        for (const again of [decided(chosen), new Map<string, Side>()]) {
          const twice = run(once.base, once.after, again);
          expect(twice).toEqual(once);
        }
      })
    );
  });

  it('keeps what an editor wrote an editor’s: a further change of the file is a conflict again', () => {
    fc.assert(
      fc.property(fields, value, (of, next) => {
        const { after, base, conflicts } = run(baseOf(of), of, new Map([['title', 'site']]));
        expect(conflicts).not.toContain('title');
        const { archive, site } = after.title;
        const wasContested = mergeValues(baseOf(of), sidesOf(of)).conflicts.includes('title');
        if (!wasContested || next === archive || next === site) return;
        const changed = { ...after, title: { ...after.title, archive: next } };
        expect(run(base, changed, new Map()).conflicts).toContain('title');
      })
    );
  });

  it('does not publish an editor’s draft because something else of it was decided', () => {
    const status = { archive: hashStatus(true), wanted: hashStatus(true), site: hashStatus(false) };
    const base = {
      title: { from: 'A', as: 'A' },
      [STATUS]: { from: hashStatus(false), as: hashStatus(false) },
    };
    const now = { title: { archive: 'B', wanted: 'B', site: 'C' }, [STATUS]: status };
    expect(planRevision(base, now, 'keep')).toMatchObject({
      status: null,
      conflicts: ['title', STATUS],
    });
    expect(planRevision(base, now, 'keep', new Map([['title', 'site']]))).toMatchObject({
      status: null,
      conflicts: [STATUS],
      kept: ['title'],
    });
    const both = new Map<string, Side>([
      ['title', 'archive'],
      [STATUS, 'site'],
    ]);
    expect(planRevision(base, now, 'keep', both)).toMatchObject({
      write: ['title'],
      status: null,
      conflicts: [],
      kept: [STATUS],
    });
    expect(planRevision(base, now, 'overwrite')).toMatchObject({
      write: ['title'],
      status: 'publish',
    });
  });
});
