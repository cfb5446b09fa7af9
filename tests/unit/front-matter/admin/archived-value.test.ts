import {
  formValueOf,
  shownVersions,
} from '../../../../src/plugins/front-matter/admin/src/components/origin/archived-value';

const term = (id: number, name: string, locale: string | null = null) => ({
  id,
  documentId: `d${id}`,
  locale,
  name,
});

describe('shownVersions', () => {
  it('shows texts as they are, and all else as JSON', () => {
    expect(shownVersions({ kind: 'value', value: '甲' }, '乙')).toEqual({
      archived: '甲',
      now: '乙',
    });
    const value = { layout: 'post' };
    expect(shownVersions({ kind: 'value', value }, null)).toEqual({
      archived: '{\n  "layout": "post"\n}',
      now: '',
    });
  });

  it('shows relations by name, in their order', () => {
    const archived = {
      kind: 'terms',
      terms: [term(2, '乙'), term(1, '甲')],
      now: [term(3, '丙')],
    } as const;
    expect(shownVersions(archived, {})).toEqual({ archived: '乙\n甲', now: '丙' });
  });

  it('has nothing to show of what is not kept or not to be read', () => {
    expect(shownVersions({ kind: 'unkept' }, 'x').archived).toBeNull();
    expect(shownVersions({ kind: 'unreadable' }, 'x').archived).toBeNull();
  });
});

describe('formValueOf', () => {
  it('is the value itself, nothing included', () => {
    expect(formValueOf({ kind: 'value', value: null })).toBeNull();
    expect(formValueOf({ kind: 'value', value: '甲' })).toBe('甲');
  });

  it('connects the archive’s terms in their order, and takes all others away', () => {
    const archived = {
      kind: 'terms',
      terms: [term(2, '乙', 'en'), term(1, '甲', 'en')],
      now: [term(1, '甲', 'en'), term(3, '丙', 'en')],
    } as const;
    expect(formValueOf(archived)).toMatchObject({
      connect: [
        {
          id: 2,
          label: '乙',
          apiData: { documentId: 'd2', locale: 'en', position: { end: true } },
        },
        { id: 1, label: '甲', apiData: { documentId: 'd1' } },
      ],
      disconnect: [{ id: 3, apiData: { id: 3, documentId: 'd3', locale: 'en' } }],
    });
  });

  it('sorts behind what the server has, in its own order', () => {
    const terms = Array.from({ length: 12 }, (_, at) => term(at, `${at}`));
    const { connect } = formValueOf({ kind: 'terms', terms, now: [] }) as {
      connect: { __temp_key__: string }[];
    };
    const keys = connect.map((item) => item.__temp_key__);
    expect(keys).toEqual(keys.toSorted());
    expect(keys.every((key) => key > 'a9zzz')).toBe(true);
  });
});
