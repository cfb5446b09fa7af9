import { partFilters } from '../../../../src/plugins/front-matter/server/src/origin/lists/origin-filters';

const ownOf = (...members: readonly unknown[]) => partFilters(members).own;

describe('partFilters', () => {
  it('takes its own filters, and leaves the others as they are', () => {
    const title = { title: { $eq: 'x' } };
    const members = [title, { __archive: { $eq: 'news' } }, 'odd', null];
    expect(partFilters(members)).toEqual({
      own: [{ kind: 'archive', name: 'news' }],
      others: [title, 'odd', null],
    });
  });

  it('leaves what stands beside its own in one member', () => {
    expect(partFilters([{ __archive: { $null: 'true' }, title: 'x' }])).toEqual({
      own: [{ kind: 'imported', is: false }],
      others: [{ title: 'x' }],
    });
  });

  it('knows each operator that the panel offers', () => {
    expect(
      ownOf(
        { __archive: { $notNull: 'true' } },
        { __changedSinceImport: { $eq: 'yes' } },
        { __changedSinceImport: { $eq: 'no' } }
      )
    ).toEqual([
      { kind: 'imported', is: true },
      { kind: 'changed', is: true },
      { kind: 'changed', is: false },
    ]);
  });

  it.each([
    'news',
    null,
    ['news'],
    {},
    { $eq: ['news'] },
    { $eq: { x: 'news' } },
    { $eq: 'x'.repeat(256) },
    { $eq: 'a\0b' },
    { $ne: 'news' },
    { $null: 'false' },
    { $eq: 'news', $null: 'true' },
  ])('takes what makes no sense for true of nothing: %j', (comparison) => {
    expect(ownOf({ __archive: comparison })).toEqual([{ kind: 'none' }]);
  });

  it.each([{ $eq: 'maybe' }, { $eq: ['yes'] }, 'yes', { $not: { $eq: 'yes' } }])(
    'takes an answer that is none for true of nothing: %j',
    (comparison) => {
      expect(ownOf({ __changedSinceImport: comparison })).toEqual([{ kind: 'none' }]);
    }
  );
});
