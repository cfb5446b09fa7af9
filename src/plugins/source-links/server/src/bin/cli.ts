import { type Command, createProgram, runProgram } from 'strapi-plugin-kit/cli';

interface CheckFlags {
  readonly again: boolean;
  readonly report?: string;
}

interface RebuildFlags {
  readonly dryRun: boolean;
  readonly report?: string;
}

const addCheck = (root: Command): void => {
  root
    .command('check')
    .usage('[--again] [--report <file>]')
    .description('ask for the link of every published document, politely, and keep what is found')
    .option('--again', 'begin a new round where an unfinished one would be taken up', false)
    .option(
      '--report <file>',
      'add a JSON object a line for each link that is not well, and one for the round'
    )
    .action(async ({ again, report }: CheckFlags) => {
      const { check } = await import('./check.js');
      process.exitCode = await check({ again, report: report ?? null });
    });
};

const addRebuild = (root: Command): void => {
  root
    .command('rebuild')
    .usage('[--dry-run] [--report <file>]')
    .description(
      'make keys, and codes and URLs that are missing, again by the rules as they are now'
    )
    .option('--dry-run', 'count what would change, and change nothing', false)
    .option(
      '--report <file>',
      'add a JSON object a line for each row to look at, and one for the counts'
    )
    .action(async ({ dryRun, report }: RebuildFlags) => {
      const { rebuild } = await import('./rebuild.js');
      process.exitCode = await rebuild({ dryRun, report: report ?? null });
    });
};

/**
 * Runs one command line of `strapi-source-links`, in the folder of a Strapi application.
 *
 * @param argv what follows the command's name.
 */
export const main = (argv: readonly string[]): Promise<void> => {
  const root = createProgram({
    name: 'strapi-source-links',
    description: 'Looks after where stories come from',
    incomplete: 'some links are not well or some rows contradict themselves',
    folder: __dirname,
  });
  addCheck(root);
  addRebuild(root);
  return runProgram(root, argv);
};
