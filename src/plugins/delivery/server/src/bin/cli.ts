import { type Command, createProgram, runProgram } from 'strapi-plugin-kit/cli';

const program = (): Command => {
  const root = createProgram(
    'strapi-delivery',
    'Looks after what a Strapi site keeps for those who read it',
    'some counts or listings are to be made anew'
  );
  root
    .command('check')
    .description('say where kept counts and listings are not what the documents are')
    .action(async () => {
      const { check } = await import('./commands.js');
      process.exitCode = await check();
    });
  root
    .command('rebuild')
    .description('make counts, listings and their triggers anew')
    .action(async () => {
      const { rebuild } = await import('./commands.js');
      process.exitCode = await rebuild();
    });
  root
    .command('remove')
    .description('drop all that is kept, with its triggers, before the plugin is uninstalled')
    .action(async () => {
      const { remove } = await import('./commands.js');
      process.exitCode = await remove();
    });
  return root;
};

/**
 * Runs one command line of `strapi-delivery`, in the folder of a Strapi application.
 *
 * @param argv what follows the command's name.
 */
export const main = (argv: readonly string[]): Promise<void> => runProgram(program(), argv);
