import { faultsAfter } from '../../../scripts/fuzz/races/check';
import type { Act } from '../../../scripts/fuzz/races/explain';
import type { Seen, SeenRow } from '../../../scripts/fuzz/races/look';
import {
  deletes,
  discards,
  imports,
  type Meaning,
  type PostDocument,
  saves,
  savesAndPublishes,
  unpublishes,
} from '../../../scripts/fuzz/races/model';

const OLD = { title: 'old', body: 'old' };
const START: PostDocument = { draft: OLD, published: OLD, imported: 'old', redirects: [] };

const act = (means: Meaning, mark: string, more: Partial<Act> = {}): Act => ({
  means,
  mark,
  outcome: 'done',
  started: 0,
  ended: 10,
  ...more,
});

const row = (title: string, more: Partial<SeenRow> = {}): SeenRow => ({
  id: 1,
  isPublished: false,
  title,
  body: 'old',
  slug: 'a',
  terms: 3,
  ...more,
});
const live = (title: string, more: Partial<SeenRow> = {}): SeenRow =>
  row(title, { id: 2, isPublished: true, ...more });
const seen = (...rows: readonly SeenRow[]): Seen => ({
  rows,
  addresses: rows.length === 0 ? [] : [{ kind: 'slug', address: 'a', state: 'current' }],
  records: 1,
});

const title = saves('title');
const UNEXPLAINED = 'no order of what was answered leads to what is there';

describe('what a race has left', () => {
  it('is right where some order of the operations leads to it', () => {
    const acts = [act(title, 'one'), act(title, 'two')];
    expect(faultsAfter(START, acts, seen(row('one'), live('old')))).toEqual([]);
    expect(faultsAfter(START, acts, seen(row('two'), live('old')))).toEqual([]);
  });

  it('is wrong where a save that was answered is not there', () => {
    const acts = [act(title, 'one'), act(unpublishes, '')];
    expect(faultsAfter(START, acts, seen(row('old')))).toEqual([UNEXPLAINED]);
  });

  it('is wrong where what came later was overwritten by what had ended before', () => {
    const acts = [act(title, 'one'), act(title, 'two', { started: 11, ended: 20 })];
    expect(faultsAfter(START, acts, seen(row('two'), live('old')))).toEqual([]);
    expect(faultsAfter(START, acts, seen(row('one'), live('old')))).toEqual([UNEXPLAINED]);
  });

  it('may hold what was not answered, or not', () => {
    const acts = [act(title, 'one', { outcome: 'failed' })];
    expect(faultsAfter(START, acts, seen(row('one'), live('old')))).toEqual([]);
    expect(faultsAfter(START, acts, seen(row('old'), live('old')))).toEqual([]);
    expect(faultsAfter(START, acts, seen(row('two'), live('old')))).toEqual([UNEXPLAINED]);
  });

  it('is wrong where a deleted document lives, or one is gone that nobody deleted', () => {
    const acts = [act(deletes, ''), act(discards, '')];
    expect(faultsAfter(START, acts, seen(row('old'), live('old')))).toEqual([
      'a delete was answered as done, and it lives',
    ]);
    expect(faultsAfter(START, [act(unpublishes, ''), act(discards, '')], seen())).toEqual([
      'it is gone, and nobody deleted it',
    ]);
  });

  it('shows a refusal that nothing was the reason of', () => {
    const acts = [act(title, 'one', { outcome: 'missing' }), act(unpublishes, '')];
    expect(faultsAfter(START, acts, seen(row('old')))).toEqual([
      'answered "not found" for no reason',
    ]);
    const beside = [act(discards, '', { outcome: 'missing' }), act(unpublishes, '')];
    expect(faultsAfter(START, beside, seen(row('old')))).toEqual([]);
  });

  it('is wrong where rows, links, addresses or the ledger do not agree', () => {
    const one = [act(title, 'one')];
    const faults = (given: Seen) => faultsAfter(START, one, given);
    const right = seen(row('one'), live('old'));
    expect(faults({ ...right, records: 0 })).toEqual(['named by 0 records of the ledger']);
    expect(faults({ ...right, addresses: [] })).toContain('its slug a has no address');
    expect(faults(seen(row('one', { terms: 2 }), live('old')))).toEqual([
      'links to terms are lost or doubled',
    ]);
    expect(faults(seen(live('old')))).toContain('published without a draft');
    expect(faults(seen(row('one'), row('one'), live('old')))).toContain('2 drafts');
    const gone = { ...seen(), addresses: right.addresses };
    expect(faultsAfter(START, [act(deletes, '')], gone)).toEqual(['gone, and has addresses']);
  });

  it('has an import keep the body that an editor wrote', () => {
    const save = act(savesAndPublishes('body'), 'editor');
    const brought = act(imports, 'file');
    const kept = { ...brought, outcome: 'conflict' as const };
    const after = seen(row('old', { body: 'editor' }), live('old', { body: 'editor' }));
    expect(faultsAfter(START, [save, brought], after)).toEqual([]);
    expect(faultsAfter(START, [save, kept], after)).toEqual([]);
    const first = { ...save, ended: 1 };
    const second = { ...brought, started: 2 };
    expect(faultsAfter(START, [first, second], after)).toEqual([UNEXPLAINED]);
  });
});
