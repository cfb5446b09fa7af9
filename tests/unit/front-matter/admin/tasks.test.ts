import {
  countList,
  countsToTell,
} from '../../../../src/plugins/front-matter/admin/src/tasks/count-list';
import { nextStep } from '../../../../src/plugins/front-matter/admin/src/tasks/next-step';
import {
  isWorking,
  progressOf,
  stateOf,
} from '../../../../src/plugins/front-matter/admin/src/tasks/task-state';
import { reportName } from '../../../../src/plugins/front-matter/admin/src/requests/report-name';
import type { Task } from '../../../../src/plugins/front-matter/server/src/panel/task-contract';

const task = (own: Partial<Task> = {}): Task => ({
  key: 'k1',
  kind: 'import',
  state: 'running',
  archive: 'a1',
  archiveName: 'blog',
  run: 3,
  undoes: null,
  startedBy: 'Lin Wang',
  startedAt: '2026-03-01T10:00:00.000Z',
  finishedAt: null,
  fileCount: null,
  settles: false,
  total: 100,
  counts: {},
  rate: null,
  timeLeft: null,
  isCancelled: false,
  failure: null,
  message: null,
  codes: [],
  posts: [],
  ...own,
});

describe('a task', () => {
  it('is at work from its start to its end', () => {
    const states = [
      'starting',
      'running',
      'finished',
      'cancelled',
      'failed',
      'interrupted',
    ] as const;
    expect(states.filter((state) => isWorking({ state }))).toEqual(['starting', 'running']);
  });

  it('stops when it was cancelled and has not ended yet', () => {
    expect(stateOf(task({ isCancelled: true }))).toBe('stopping');
    expect(stateOf(task({ isCancelled: true, state: 'finished' }))).toBe('finished');
  });

  it('is as far as files have been looked at', () => {
    const counts = { created: 20, skipped: 13, found: 33, repaired: 9 };
    expect(progressOf(task({ counts }))).toEqual({ done: 33, total: 100, percent: 33 });
  });

  it('is at 100 percent at the end only', () => {
    expect(progressOf(task({ counts: { found: 999 }, total: 1000 }))?.percent).toBe(99);
    expect(progressOf(task({ counts: { found: 1001 }, total: 1000 }))?.percent).toBe(100);
  });

  it('that undoes a run is as far as documents have been undone or left', () => {
    const counts = { removed: 10, restored: 5, recreated: 1, left: 4 };
    expect(progressOf(task({ kind: 'rollback', counts, total: 40 }))?.percent).toBe(50);
  });

  it('is nowhere to be told where nobody knows how much there is', () => {
    expect(progressOf(task({ total: null }))).toBeNull();
    expect(progressOf(task({ total: 0 }))).toBeNull();
  });

  it('has its counts in their order, and those alone told that are not 0', () => {
    const counts = { quarantined: 1, created: 12, found: 13 };
    expect(countList('import', counts).map(({ count }) => count)).toEqual([
      12, 0, 0, 0, 1, 0, 0, 0,
    ]);
    expect(countsToTell('import', counts)).toEqual([
      { name: 'created', count: 12 },
      { name: 'quarantined', count: 1 },
    ]);
    expect(countsToTell('rollback', { removed: 2, left: 0 })).toEqual([
      { name: 'removed', count: 2 },
    ]);
  });

  it('has a report whose name can be a file’s', () => {
    expect(reportName(task(), 'json')).toBe('blog-import-3.json');
    const preview = task({ kind: 'preview', run: null, archiveName: 'my blog: a/b' });
    expect(reportName(preview, 'csv')).toBe('my-blog-a-b-preview-k1.csv');
    expect(reportName(task({ archiveName: null }), 'csv')).toBe('import-3.csv');
  });
});

describe('the next step with an archive', () => {
  const opened = { dialect: 'jekyll', timezone: 'UTC', found: 3, issues: [] };
  const archive = { state: 'ready', opened, preview: null, lastImport: null } as const;
  const at = (hour: number, own: Partial<Task> = {}): Task =>
    task({ state: 'finished', startedAt: `2026-03-01T1${hour}:00:00.000Z`, ...own });

  it('is to wait while it is unpacked or a task is at work', () => {
    expect(nextStep({ ...archive, state: 'unpacking', opened: null })).toBe('wait');
    expect(nextStep({ ...archive, preview: task() })).toBe('wait');
    expect(nextStep({ ...archive, lastImport: task({ state: 'starting' }) })).toBe('wait');
  });

  it('is to replace what was refused, and to solve what cannot be opened', () => {
    expect(nextStep({ ...archive, state: 'refused', opened: null })).toBe('replace');
    expect(nextStep({ ...archive, opened: null })).toBe('solve');
  });

  it('is a preview at first, and after one that did not finish', () => {
    expect(nextStep(archive)).toBe('preview');
    expect(nextStep({ ...archive, preview: at(1, { state: 'cancelled' }) })).toBe('preview');
  });

  it('is the import after a preview, and a preview again after the import', () => {
    expect(nextStep({ ...archive, preview: at(1) })).toBe('import');
    expect(nextStep({ ...archive, preview: at(1), lastImport: at(2) })).toBe('preview');
    expect(nextStep({ ...archive, preview: at(3), lastImport: at(2) })).toBe('import');
  });
});
