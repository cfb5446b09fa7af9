import { Command, CommanderError, Option } from 'commander';
import { REDIRECT_WRITERS, type RedirectFormat } from '../core/render-redirects';
import { outliveReaders, sayError } from 'strapi-plugin-kit/cli';

const FAILED = 1;
const WRONG_USAGE = 2;

function program(): Command {
  const root = new Command('strapi-permalinks')
    .description('Looks after the addresses of a Strapi site')
    .exitOverride();
  root
    .command('check')
    .description(
      'say which documents have no address of their own, and which addresses no document'
    )
    .action(async () => {
      const { check } = await import('./commands.js');
      process.exitCode = await check();
    });
  root
    .command('rebuild')
    .description('make and claim the slugs that are missing, and let go of what nobody has')
    .action(async () => {
      const { rebuild } = await import('./commands.js');
      process.exitCode = await rebuild();
    });
  root
    .command('export')
    .description('write all redirects to standard output')
    .addOption(
      new Option('--format <name>', 'how they are written')
        .choices(Object.keys(REDIRECT_WRITERS))
        .default('json')
    )
    .action(async ({ format }: { format: RedirectFormat }) => {
      const { exportRedirects } = await import('./commands.js');
      process.exitCode = await exportRedirects(format);
    });
  return root;
}

/**
 * Runs one command line of `strapi-permalinks`, in the folder of a Strapi application.
 *
 * Sets the process's exit code: 0 all well, 1 failed, 2 wrong usage, 3 finished with faults found.
 *
 * @param argv what follows the command's name.
 */
export async function main(argv: readonly string[]): Promise<void> {
  outliveReaders();
  try {
    await program().parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
      return;
    }
    sayError(error);
    process.exitCode = FAILED;
  }
}
