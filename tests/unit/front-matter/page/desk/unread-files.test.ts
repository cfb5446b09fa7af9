import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readUnread } from '../../../../../src/plugins/front-matter/server/src/page/desk/unread-files';

const issue = (file: string, severity: string, message = 'x') => ({
  ...{ path: file, code: 'YAML_INVALID', severity, field: null },
  ...{ line: 1, column: null, message },
});

describe('the files that a report says could not be read', () => {
  let folder = '';
  let report = '';

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-report-'));
    report = path.join(folder, 'issues.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = (issues: readonly object[], end = '') =>
    writeFile(report, issues.map((each) => `${JSON.stringify(each)}\n`).join('') + end);

  it('are those with an error, each with all that was said of it', async () => {
    await write([
      issue('', 'error'),
      issue('a.md', 'warning'),
      issue('b.md', 'warning', 'first'),
      issue('b.md', 'error', 'second'),
      issue('c.md', 'info'),
      issue('d.md', 'error'),
    ]);
    const { files, next } = await readUnread(report, 0, true);
    expect(next).toBeNull();
    expect(files.map((file) => [file.path, file.issues.map(({ message }) => message)])).toEqual([
      ['b.md', ['first', 'second']],
      ['d.md', ['x']],
    ]);
  });

  it('are told in pages, each file once and whole', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `${String(index).padStart(3, '0')}.md`);
    await write(names.flatMap((name) => [issue(name, 'error', 'a'), issue(name, 'error', 'b')]));
    const told: string[] = [];
    let after: string | null = '0';
    let pages = 0;
    while (after !== null) {
      const page: Awaited<ReturnType<typeof readUnread>> = await readUnread(
        report,
        Number(after),
        true
      );
      told.push(...page.files.map((file) => `${file.path} ${file.issues.length}`));
      after = page.next;
      pages += 1;
    }
    expect(told).toEqual(names.map((name) => `${name} 2`));
    expect(pages).toBe(3);
  });

  it('come whole while the report is still written', async () => {
    await write([issue('a.md', 'error'), issue('b.md', 'error', 'first')], '{"path":"b.m');
    const first = await readUnread(report, 0, false);
    expect(first.files.map((file) => file.path)).toEqual(['a.md']);
    await write([
      issue('a.md', 'error'),
      issue('b.md', 'error', 'first'),
      issue('b.md', 'error', 'second'),
    ]);
    const rest = await readUnread(report, Number(first.next), true);
    expect(rest.files.map((file) => file.issues.length)).toEqual([2]);
    expect(rest.next).toBeNull();
  });

  it('are none where there is no report', async () => {
    expect(await readUnread(report, 0, true)).toEqual({ files: [], next: null });
  });
});
