import fc from 'fast-check';
import {
  claimParents,
  type Paths,
  ROOT,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/claim-parents';

const unknown = () => undefined;

const paths = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 }), {
  maxLength: 3,
});

describe('claimParents', () => {
  it('puts each term of a path under the one before it', () => {
    const { parents, issues } = claimParents('sections', [[['a', 'b', 'c']]], unknown);
    expect([...parents]).toEqual([
      ['a', ROOT],
      ['b', 'a'],
      ['c', 'b'],
    ]);
    expect(issues).toEqual([[]]);
  });

  it('leaves a term where the first path has it, and reports who has it elsewhere', () => {
    const { parents, issues } = claimParents('sections', [[['a', 'b']], [['c', 'b']]], unknown);
    expect(parents.get('b')).toBe('a');
    expect(issues[0]).toEqual([]);
    expect(issues[1]).toEqual([
      expect.objectContaining({ code: 'CATEGORY_AMBIGUOUS', field: 'sections' }),
    ]);
    expect(issues[1]?.[0]?.message).toContain('"b" is under "c" here and under "a"');
  });

  it('goes by what was known before the posts', () => {
    const known = (value: string) => (value === 'b' ? ROOT : undefined);
    const { parents, issues } = claimParents('sections', [[['a', 'b']]], known);
    expect(parents.has('b')).toBe(false);
    expect(issues[0]).toHaveLength(1);
  });

  it('never makes a circle, whatever the paths say', () => {
    fc.assert(
      fc.property(fc.array<Paths>(paths), (posts) => {
        const { parents } = claimParents('sections', posts, unknown);
        for (const start of parents.keys()) {
          let at = start;
          for (let steps = 0; at !== ROOT; steps += 1) {
            expect(steps).toBeLessThanOrEqual(parents.size);
            at = parents.get(at) ?? ROOT;
          }
        }
      })
    );
  });

  it('reports a post exactly when it has a term elsewhere than where it stays', () => {
    fc.assert(
      fc.property(fc.array<Paths>(paths), (posts) => {
        const { parents, issues } = claimParents('sections', posts, unknown);
        for (const [index, post] of posts.entries()) {
          const strays = post.flatMap((path) =>
            path.filter((value, depth) => parents.get(value) !== (path[depth - 1] ?? ROOT))
          );
          expect(issues[index]).toHaveLength(new Set(strays).size);
        }
      })
    );
  });
});
