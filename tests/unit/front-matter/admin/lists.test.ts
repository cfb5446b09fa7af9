import {
  issuesAddress,
  uploadAddress,
} from '../../../../src/plugins/front-matter/admin/src/requests/addresses';
import {
  readIssues,
  ROWS,
} from '../../../../src/plugins/front-matter/admin/src/issues/issue-pages';
import { canUndo, mergeRuns } from '../../../../src/plugins/front-matter/admin/src/runs/merge-runs';
import type { ListedRun } from '../../../../src/plugins/front-matter/server/src/panel/run-contract';
import type {
  IssuePage,
  ListedIssue,
} from '../../../../src/plugins/front-matter/server/src/panel/task-contract';

const issue = (line: number): ListedIssue => ({
  path: '_posts/a.md',
  code: 'DATE_INVALID',
  severity: 'error',
  field: 'date',
  line,
  column: 1,
  message: 'no date',
});

const always = (): boolean => true;

/** A server that answers these pages, by what they are asked after. */
const serving = (pages: Readonly<Record<string, IssuePage>>) => {
  const asked: (string | null)[] = [];
  const read = async (after: string | null): Promise<IssuePage> => {
    asked.push(after);
    return pages[after ?? ''] ?? { issues: [], next: null, looked: 1 };
  };
  return { asked, read };
};

describe('the issues of a task', () => {
  it('are read on over pages that are short or empty', async () => {
    const { asked, read } = serving({
      '': { issues: [], next: 'b', looked: 0.1 },
      b: { issues: [issue(1)], next: 'c', looked: 0.2 },
      c: { issues: [issue(2)], next: null, looked: 1 },
    });
    const { issues, next } = await readIssues(null, read, always);
    expect(issues.map(({ line }) => line)).toEqual([1, 2]);
    expect(next).toBeNull();
    expect(asked).toEqual([null, 'b', 'c']);
  });

  it('are no more than are shown at once, and go on where they were left', async () => {
    const many = Array.from({ length: ROWS }, (_, index) => issue(index));
    const { asked, read } = serving({
      b: { issues: many, next: 'c', looked: 0.2 },
      c: { issues: many, next: null, looked: 1 },
    });
    expect((await readIssues('b', read, always)).next).toBe('c');
    expect(asked).toEqual(['b']);
  });

  it('are not read on for nobody', async () => {
    const { asked, read } = serving({ '': { issues: [], next: 'b', looked: 0.1 } });
    await readIssues(null, read, () => false);
    expect(asked).toEqual([null]);
  });

  it('end where a server does not get on', async () => {
    const { asked, read } = serving({ b: { issues: [], next: 'b', looked: 0.1 } });
    expect((await readIssues('b', read, always)).next).toBeNull();
    expect(asked).toEqual(['b']);
  });

  it('are looked for in so many pages at a time, which says how far that was', async () => {
    const { asked, read } = serving(
      Object.fromEntries(
        ['', ...'123456789'].map((after, index) => [
          after,
          { issues: [], next: String(index + 1), looked: (index + 1) / 20 },
        ])
      )
    );
    const first = await readIssues(null, read, always);
    expect(first).toEqual({ issues: [], next: '5', looked: 0.25 });
    expect(asked).toHaveLength(5);
    expect(await readIssues(first.next, read, always)).toMatchObject({ looked: 0.5 });
  });

  it('are asked for by what is chosen alone', () => {
    const none = { code: '', severity: '', path: '' };
    expect(issuesAddress('t 1', none, null)).toBe('/front-matter/tasks/t%201/issues?');
    expect(issuesAddress('t', { ...none, path: '股/a&b', code: 'DRAFT' }, '7')).toBe(
      '/front-matter/tasks/t/issues?code=DRAFT&path=%E8%82%A1%2Fa%26b&after=7'
    );
  });
});

describe('an upload', () => {
  it('names its file, and the archive whose files it replaces', () => {
    expect(uploadAddress('我的 blog.zip', null)).toBe(
      '/front-matter/archives/upload?file=%E6%88%91%E7%9A%84%20blog.zip'
    );
    expect(uploadAddress('a.zip', 'k1')).toBe(
      '/front-matter/archives/upload?file=a.zip&archive=k1'
    );
  });
});

describe('the history of runs', () => {
  const run = (number: number, own: Partial<ListedRun> = {}): ListedRun => ({
    number,
    kind: 'import',
    archive: 'blog',
    state: 'finished',
    startedBy: 'Lin Wang',
    startedAt: '2026-03-01T10:00:00.000Z',
    finishedAt: null,
    counts: {},
    message: null,
    fileCount: null,
    undid: null,
    undoneBy: null,
    task: null,
    ...own,
  });
  const numbers = (runs: readonly ListedRun[]) => runs.map(({ number }) => number);

  it('has the newest first, and each once, as it was read last', () => {
    const merged = mergeRuns([run(3, { state: 'running' }), run(2)], [run(4), run(3)]);
    expect(numbers(merged)).toEqual([4, 3, 2]);
    expect(merged[1]?.state).toBe('finished');
  });

  it('has no gap where many runs were made since the older ones were read', () => {
    const older = mergeRuns([run(4), run(3)], [run(2), run(1)]);
    expect(numbers(mergeRuns(older, [run(6), run(5)]))).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('lets a run be undone once, and not while it runs', () => {
    expect(canUndo(run(1))).toBe(true);
    expect(canUndo(run(1, { state: 'interrupted' }))).toBe(true);
    expect(canUndo(run(1, { state: 'running' }))).toBe(false);
    expect(canUndo(run(1, { undoneBy: 2 }))).toBe(false);
  });
});
