import fc from 'fast-check';
import { hashValue } from '../../../../../src/plugins/front-matter/server/src/core/plan/hash-value';
import { candidateFinder } from '../../../../../src/plugins/front-matter/server/src/core/plan/find-rename-candidates';
import { sketchOf } from '../../../../../src/plugins/front-matter/server/src/core/plan/similarity';
import {
  judge,
  decideRenames,
  type Resemblance,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/decide-renames';
import { PAIRS, type File } from './renamed-pairs';

const comparedFile = ({ path, title, body }: File) => ({
  key: path,
  path,
  title: title === '' ? null : hashValue(title),
  body: body === '' ? null : hashValue(body),
});

const candidatesOf = (gone: readonly File[], file: File) =>
  candidateFinder(gone.map(comparedFile)).candidatesOf(comparedFile(file));

const textOf = ({ title, body }: File) => ({ title, sketch: sketchOf(body) });

/** What becomes of a new file where only one is gone. */
const verdict = (before: File, after: File): 'moved' | 'maybe moved' | 'another post' => {
  const [candidate] = candidatesOf([before], after);
  const judgement =
    candidate === undefined ? null : judge(candidate, textOf(after), textOf(before));
  if (judgement === null) return 'another post';
  return judgement.isSure ? 'moved' : 'maybe moved';
};

describe('a new file, when one is gone', () => {
  it.each(PAIRS)('$what: $expected', ({ before, after, expected }) => {
    expect(verdict(before, after)).toBe(expected);
    expect(verdict(after, before)).toBe(expected);
  });
});

describe('a new file, when the document of the one that is gone was deleted', () => {
  const judged = (before: File, after: File) => {
    const [candidate] = candidatesOf([before], after);
    return candidate === undefined ? null : judge(candidate, textOf(after), null);
  };
  const harbour = PAIRS.find(({ what }) => what.startsWith('the whole of a text'));

  it('is that one where the body is the same, and long', () => {
    expect(harbour && judged(harbour.before, harbour.after)).toEqual({
      similarity: 1,
      isSure: true,
    });
  });

  it('is another where anything of it is not', () => {
    if (harbour === undefined) throw new Error('There is no such pair.');
    const { before } = harbour;
    expect(
      judged(before, { ...before, path: `${before.path}x`, body: `${before.body} And cats?` })
    ).toBeNull();
  });
});

describe('what candidates two files', () => {
  const file = (path: string, title = ''): File => ({ path, title, body: '' });

  it('is the same folder and date, and a name that is similar there or the same anywhere', () => {
    const gone = [
      file('_posts/2022-03-03-teh-harbour.md'),
      file('_posts/2022-03-04-teh-harbour.md'),
      file('old/2022-03-03-teh-harbour.md'),
      file('_drafts/the-harbour.md'),
      file('_posts/2022-03-03-snails.md'),
    ];
    const found = candidatesOf(gone, file('_posts/2022-03-03-the-harbour.markdown'));
    expect(found.map(({ gone: { path }, byName, byPlace }) => ({ path, byName, byPlace }))).toEqual(
      [
        { path: '_posts/2022-03-03-teh-harbour.md', byName: true, byPlace: true },
        { path: '_drafts/the-harbour.md', byName: true, byPlace: false },
        { path: '_posts/2022-03-03-snails.md', byName: false, byPlace: true },
      ]
    );
  });

  it('is not enough where one has a title that too many have, for none of those either', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      file(`_posts/2021-01-${index}.md`, 'News')
    );
    const gone = [...many, file('_posts/2022-03-03-teh-harbour.md', 'Harbour')].map(comparedFile);
    const { candidatesOf: find, isHidden } = candidateFinder(gone);
    const [lonely] = find(comparedFile(file('_posts/2022-03-03-the-harbour.md', 'Harbour')));
    expect(lonely).toMatchObject({ byName: true, byTitle: true, isCrowded: false });
    expect(gone.filter(isHidden)).toEqual([]);
    const [crowded] = find(comparedFile(file('_posts/2022-03-03-the-harbour.md', 'News')));
    expect(crowded).toMatchObject({ byName: true, isCrowded: true });
    expect(gone.filter(isHidden).map(({ path }) => path)).toEqual(many.map(({ path }) => path));
    const text = textOf(file('', ''));
    const long = { ...text, sketch: sketchOf(PAIRS[0]?.before.body ?? '') };
    const reasons = { ...lonely, ...crowded, byTitle: true };
    expect(lonely && judge(lonely, long, long)).toEqual({ similarity: 1, isSure: true });
    expect(lonely && judge({ ...lonely, ...reasons }, long, long)).toMatchObject({ isSure: false });
  });

  it('is no title, and no slug, that many have', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      file(`_posts/2021-01-01-${index}/2021-02-03-news.md`, 'Weekly news')
    );
    expect(candidatesOf(many, file('_posts/2022-03-03-news.md', 'Weekly news'))).toEqual([]);
    expect(
      candidatesOf(many.slice(0, 3), file('_posts/2022-03-03-news.md', 'Weekly news'))
    ).toHaveLength(3);
  });
});

/** Any resemblances of a few files, each pair once. */
const resemblances = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })), {
    selector: ([file, gone]) => `${file} ${gone}`,
  })
  .chain((pairs) =>
    fc.tuple(
      ...pairs.map(([file, gone]) =>
        fc.record({
          file: fc.constant(`new ${file}`),
          gone: fc.constant(`gone ${gone}`),
          path: fc.constant(`path ${gone}`),
          similarity: fc.double({ min: 0, max: 1, noNaN: true }),
          isSure: fc.boolean(),
        })
      )
    )
  );

describe('of all that are like each other', () => {
  const settled = (found: readonly Resemblance[]) => {
    const { moves, doubts } = decideRenames(found);
    return { moves: new Map([...moves].sort()), doubts: new Map([...doubts].sort()) };
  };

  it('a file is taken for one that is gone where both have no other, and else each is named', () => {
    fc.assert(
      fc.property(resemblances, (found) => {
        const { moves, doubts } = decideRenames(found);
        for (const { file, gone, isSure } of found) {
          const rivals = found.filter((each) => each.file === file || each.gone === gone);
          const isMove = isSure && rivals.length === 1;
          expect(moves.get(file)?.gone === gone).toBe(isMove);
          expect(doubts.get(file)?.some((each) => each.gone === gone) ?? false).toBe(!isMove);
        }
        const taken = [...moves.values()].map(({ gone }) => gone);
        expect(new Set(taken).size).toBe(taken.length);
      })
    );
  });

  it('the order in which they were found decides nothing', () => {
    fc.assert(
      fc.property(
        resemblances.chain((found) =>
          fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length }))
        ),
        ([found, shuffled]) => {
          expect(settled(shuffled)).toEqual(settled(found));
        }
      )
    );
  });
});
