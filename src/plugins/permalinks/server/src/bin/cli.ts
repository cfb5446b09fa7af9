import { type Command, createProgram, Option, runProgram } from 'strapi-plugin-kit/cli';
import { REDIRECT_WRITERS, type RedirectFormat } from '../core/addresses/render-redirects';

function program(): Command {
  const root = createProgram({
    name: 'strapi-permalinks',
    description: 'Looks after the addresses of a Strapi site',
    incomplete: 'some addresses are to be put right',
    folder: __dirname,
  });
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
 * @param argv what follows the command's name.
 */
export const main = (argv: readonly string[]): Promise<void> => runProgram(program(), argv);
