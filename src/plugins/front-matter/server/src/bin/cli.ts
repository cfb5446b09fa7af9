import { ArchiveError, type OpenOptions } from '../archive/archive';
import { DIALECT_CHOICES, type DialectChoice } from '../core/dialects/list';
import { UsageError } from '../run/usage-error';
import type { ImportFlags } from './commands/import';
import {
  type Command,
  createProgram,
  InvalidArgumentError,
  Option,
  runProgram,
} from 'strapi-plugin-kit/cli';

/** Errors that another option or path would avoid. */
const USAGE: ReadonlySet<ArchiveError['code']> = new Set([
  'ARCHIVE_OPTION_INVALID',
  'ARCHIVE_DIALECT_UNKNOWN',
]);
const SIDES = ['keep', 'overwrite'] as const;

interface ReadingFlags {
  readonly dialect: DialectChoice;
  readonly posts?: readonly string[];
  readonly timezone?: string;
  readonly config?: readonly string[];
}

const openOptionsOf = ({ dialect, posts = [], timezone, config }: ReadingFlags): OpenOptions => ({
  dialect,
  posts,
  timezone: timezone ?? null,
  ...(config === undefined ? {} : { config }),
});

const collect = (value: string, sofar: readonly string[] = []): readonly string[] => [
  ...sofar,
  value,
];

/** As generators take them: given several times, or separated by commas. */
const collectFiles = (value: string, sofar: readonly string[] = []): readonly string[] => [
  ...sofar,
  ...value.split(',').map((file) => nonEmpty(file.trim())),
];

const nonEmpty = (value: string): string => {
  if (value.trim() === '') throw new InvalidArgumentError('It has to be given.');
  return value;
};

const runNumber = (value: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('It has to be a number.');
  return Number(value);
};

/** Options of every command that opens an archive. */
const withReading = (command: Command): Command =>
  command
    .argument('<path>', 'the archive: a directory', nonEmpty)
    .addOption(
      new Option('--dialect <name>', 'the generator of the archive')
        .choices(DIALECT_CHOICES)
        .default('auto')
    )
    .option('--posts <folder>', 'a further folder of posts; may be given again', collect)
    .option(
      '--config <files>',
      "the generator's configuration, from the archive's root; of a.yml,b.yml the later wins",
      collectFiles
    )
    .option(
      '--timezone <zone>',
      'the time zone of archives that name none, like Asia/Shanghai',
      nonEmpty
    );

const program = (): Command => {
  const root = createProgram({
    name: 'strapi-front-matter',
    description: 'Moves archives of front-matter posts into Strapi',
    incomplete: 'some files are quarantined or in conflict',
    folder: __dirname,
  });
  withReading(
    root.command('read').description('print what the files are, one JSON object a line')
  ).action(async (path: string, flags: ReadingFlags) => {
    const { readArchive } = await import('./commands/read.js');
    process.exitCode = await readArchive(path, openOptionsOf(flags));
  });
  withReading(root.command('import').description('import an archive into the database'))
    .option(
      '--archive <name>',
      "the archive's name in the ledger; else the path's base name",
      nonEmpty
    )
    .option('--locale <locale>', "for localised types; else the app's default locale", nonEmpty)
    .option('--dry-run', 'plan and report without writing anything', false)
    .addOption(
      new Option(
        '--on-conflict <side>',
        'whose value is kept where the file and an editor changed one'
      )
        .choices(SIDES)
        .default('keep')
    )
    .option('--unpublish-missing', 'unpublish posts whose files are gone', false)
    .option(
      '--schedule-future',
      'have posts that are dated in the future published at their dates',
      false
    )
    .option(
      '--allow-duplicates',
      'import although the site has most of these posts and the ledger knows none of them',
      false
    )
    .option(
      '--report <file>',
      'write all issues to a file: as a table where its name ends in .csv, else as JSON',
      nonEmpty
    )
    .action(async (path: string, flags: ReadingFlags & ImportFlags) => {
      const { importFrom } = await import('./commands/import.js');
      process.exitCode = await importFrom(path, openOptionsOf(flags), flags);
    });
  root
    .command('runs')
    .description('list the newest runs')
    .action(async () => {
      const { listRuns } = await import('./commands/runs.js');
      process.exitCode = await listRuns();
    });
  root
    .command('rollback')
    .description('undo a run')
    .argument('<run>', 'its number, as "runs" shows it', runNumber)
    .action(async (run: number) => {
      const { rollback } = await import('./commands/rollback.js');
      process.exitCode = await rollback(run);
    });
  root
    .command('task', { hidden: true })
    .description('do what the Archives page has asked for')
    .argument('<key>', 'which task', nonEmpty)
    .action(async (key: string) => {
      const { doTask } = await import('./commands/task.js');
      process.exitCode = await doTask(key);
    });
  return root;
};

const isUsageError = (error: unknown): boolean =>
  error instanceof UsageError || (error instanceof ArchiveError && USAGE.has(error.code));

/**
 * Runs one command line of `strapi-front-matter`, in the folder of a Strapi application.
 *
 * @param argv what follows the command's name.
 */
export const main = (argv: readonly string[]): Promise<void> =>
  runProgram(program(), argv, isUsageError);
