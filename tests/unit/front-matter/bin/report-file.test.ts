import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openReportFile } from '../../../../src/plugins/front-matter/server/src/bin/report-file';
import { NO_COUNTS } from '../../../../src/plugins/front-matter/server/src/core/plan/counts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-report-'));
});
afterEach(() => rm(folder, { recursive: true }));

const issueOf = (index: number) => ({
  path: `_posts/“${index}”.md`,
  code: 'DRAFT' as const,
  severity: 'info' as const,
  field: null,
  line: null,
  column: null,
  message: 'A "draft".',
});

it('is one JSON object, however many issues went into it', async () => {
  const file = path.join(folder, 'report.json');
  const report = await openReportFile(file);
  for (let index = 0; index < 3_000; index += 1) report.add(issueOf(index));
  const counts = { ...NO_COUNTS, found: 3_000, created: 3_000 };
  await report.close({
    ...counts,
    run: 1,
    archive: 'a',
    dryRun: false,
    complete: true,
    seconds: 1,
    postsPerSecond: 1,
    peakRssMiB: 1,
  });
  const read = JSON.parse(await readFile(file, 'utf8'));
  expect(read).toMatchObject({ run: 1, found: 3_000 });
  expect(read.issues).toHaveLength(3_000);
  expect(read.issues[2]).toEqual(issueOf(2));
});

it('is whole without a report too, and says at once when it cannot be written', async () => {
  const file = path.join(folder, 'report.json');
  const report = await openReportFile(file);
  await report.close(null);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ issues: [] });
  await expect(openReportFile(path.join(folder, 'none', 'report.json'))).rejects.toThrow('ENOENT');
});

it('is a table where its name ends in .csv, in which no text of an archive is a formula', async () => {
  const file = path.join(folder, 'report.CSV');
  const report = await openReportFile(file);
  report.add({ ...issueOf(1), line: 4, column: 7, message: 'First,\n"second"' });
  report.add({ ...issueOf(2), path: '=HYPERLINK("a")' });
  await report.close(null);
  expect(await readFile(file, 'utf8')).toBe(
    [
      '\uFEFFpath,line,column,severity,code,field,message',
      '_posts/“1”.md,4,7,info,DRAFT,,"First,\n""second"""',
      '"\'=HYPERLINK(""a"")",,,info,DRAFT,,"A ""draft""."',
      '',
    ].join('\n')
  );
});
