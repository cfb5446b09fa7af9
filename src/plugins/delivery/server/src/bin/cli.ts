import { type Command, createProgram, runProgram } from 'strapi-plugin-kit/cli';

const program = (): Command => {
  const root = createProgram({
    name: 'strapi-delivery',
    description: 'Looks after what a Strapi site keeps for those who read it',
    incomplete: 'some counts or listings are to be made anew',
    folder: __dirname,
  });
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
  root
    .command('openapi')
    .description(
      'write what the site answers to frontends to standard output, as an OpenAPI document'
    )
    .action(async () => {
      const { openapi } = await import('./commands.js');
      process.exitCode = await openapi();
    });
  return root;
};

/**
 * Runs one command line of `strapi-delivery`, in the folder of a Strapi application.
 *
 * @param argv what follows the command's name.
 */
export const main = (argv: readonly string[]): Promise<void> => runProgram(program(), argv);
