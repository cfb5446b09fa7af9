import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { databases, type TestDatabase } from '../../harness/databases';
import { importArchive, runArchive } from '../../harness/run-script';
import { startedDatabase } from '../../harness/database/started-database';

const post = (title: string, date = '2022-01-02 10:00:00 +0800') =>
  `---\ntitle: ${title}\ndate: ${date}\n---\nbody\n`;

describe.each(databases)('an archive that holds what no generator made, on $name', (kind) => {
  let folder: string;
  let database: TestDatabase;
  const write = (name: string | Buffer, text: string) =>
    writeFile(Buffer.concat([Buffer.from(`${folder}/_posts/`), Buffer.from(name)]), text);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-hostile-'));
    await mkdir(path.join(folder, '_posts'));
    await write('2022-01-01-fine.md', post('Fine'));
    await write('2022-01-02-far.md', post('Far', '12022-01-04 10:00:00 +0800'));
    await write(Buffer.from('2022-01-03-\xd6\xd0.md', 'latin1'), post('One'));
    await write(Buffer.from('2022-01-03-\xd6\xd1.md', 'latin1'), post('Other'));
    await write('2022-01-04-caf\u00e9.md', post('Composed'));
    await write('2022-01-04-cafe\u0301.md', post('Decomposed'));
    await write('2022-01-05-untitled.md', post(''));
    await write('2022-01-07-\u001b[2Jclear\nnow.md', post('Clear', 'soon'));
    execFileSync('mkfifo', [path.join(folder, '_posts', 'pipe')]);
    await symlink('pipe', path.join(folder, '_posts', '2022-01-06-piped.md'));
    database = await startedDatabase(kind);
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is read to its end, each bad file with its reason', async () => {
    const { code, report, stdout, stderr } = await importArchive(
      [folder, '--timezone', 'UTC'],
      database
    );
    expect(stdout).toContain(
      '_posts/2022-01-07-\\u001b[2Jclear\\nnow.md:3:7: "date" is not a date'
    );
    // Colours are Knex's own: on MariaDB it warns of each table that Strapi makes.
    expect(stdout + stderr).not.toContain('\u001b[2J');
    const found = report.issues.map(({ path: file, code: issue }) => `${file} ${issue}`);
    expect(found).toEqual(
      expect.arrayContaining([
        '_posts/2022-01-02-far.md VALUE_INVALID',
        '_posts/2022-01-03-%D6%D0.md NAME_NOT_TEXT',
        '_posts/2022-01-03-%D6%D1.md NAME_NOT_TEXT',
        '_posts/2022-01-04-cafe%CC%81.md NAME_AMBIGUOUS',
        '_posts/2022-01-05-untitled.md TITLE_EMPTY',
        '_posts/2022-01-06-piped.md ARCHIVE_FILE_UNREADABLE',
        '_posts/pipe ARCHIVE_FILE_UNREADABLE',
      ])
    );
    expect(code).toBe(3);
    expect(report).toMatchObject({ found: 10, created: 3, quarantined: 7 });
  });

  it('is imported once: the second run creates nothing', async () => {
    const { report } = await importArchive([folder, '--timezone', 'UTC'], database);
    expect(report).toMatchObject({ found: 10, created: 0, unchanged: 3, quarantined: 7 });
  });
});

it.each([
  [['import', '/nowhere/at/all'], 1, /There is no \/nowhere\/at\/all/],
  [['read', '/nowhere/at/all'], 1, /There is no \/nowhere\/at\/all/],
  [['import'], 2, /missing required argument/],
  [['press'], 2, /unknown command/],
])('%j ends with %i and says why', async (words, code, message) => {
  const outcome = await runArchive(words);
  expect(outcome.code).toBe(code);
  expect(outcome.stderr).toMatch(message);
});
