import fc from 'fast-check';
import {
  valueAfterRuns,
  type RunValue,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/value-after-runs';

const layer = (before: string, after: string, parts: Partial<RunValue<string>> = {}) => ({
  before,
  after,
  isApplied: true,
  isEdited: false,
  isUnchanged: false,
  ...parts,
});

const valueOf = (layers: readonly RunValue<string>[]): string | undefined =>
  valueAfterRuns(layers)?.value;

describe('a value that some runs have written', () => {
  it('is what the last run that counts has written', () => {
    expect(valueOf([layer('A', 'B'), layer('B', 'C')])).toBe('C');
    expect(valueOf([layer('A', 'B'), layer('B', 'C', { isApplied: false })])).toBe('B');
  });

  it('is what it was before the first, where none counts', () => {
    const undone = { isApplied: false };
    expect(valueOf([layer('A', 'B', undone), layer('B', 'C', undone)])).toBe('A');
  });

  it("is an editor's that a run had covered which counts no more, whatever came before", () => {
    const covered = layer('编者的', 'C', { isApplied: false, isEdited: true });
    expect(valueAfterRuns([layer('A', 'B'), covered])).toEqual({ value: '编者的', by: 'editor' });
  });

  it("stays an editor's that a run was content with", () => {
    const agreed = layer('C', 'C', { isEdited: true, isUnchanged: true, isApplied: false });
    expect(valueOf([layer('A', 'B'), agreed])).toBe('C');
    expect(valueOf([agreed, layer('C', 'D', { isApplied: false })])).toBe('C');
  });

  it('is nobody’s where no run had a say', () => {
    expect(valueAfterRuns([])).toBeNull();
  });

  it('is the same in whatever order runs were undone: only which of them count decides', () => {
    const texts = fc.array(fc.string(), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (texts, isApplied) => {
          const layers = texts
            .slice(1)
            .map((after, index) =>
              layer(texts[index] ?? '', after, { isApplied: isApplied[index] ?? false })
            );
          const last = layers.findLast((each) => each.isApplied);
          expect(valueOf(layers)).toBe(last?.after ?? texts[0]);
        }
      )
    );
  });
});
