import { Command, CommanderError } from 'commander';
import { EXIT } from './exit-codes';
import { sayError, tolerateClosedOutput } from './output';

export { Command, InvalidArgumentError, Option } from 'commander';

/**
 * Begins a program that has its commands and options added. Wrong usage is answered with its help.
 *
 * @param incomplete what exit code 3 means: the end of "finished, but …"
 */
export const createProgram = (name: string, description: string, incomplete: string): Command =>
  new Command(name)
    .description(description)
    .exitOverride()
    .showHelpAfterError()
    .configureHelp({ subcommandTerm: (command) => `${command.name()} ${command.usage()}` })
    .addHelpText(
      'after',
      `\nExit codes: 0 all well; 1 the command failed; 2 wrong usage; 3 finished, but ${incomplete}.`
    );

/**
 * Runs a command line: its action sets the process's exit code, and every error is said and has its
 * code here.
 *
 * @param argv what follows the program's name
 * @param isUsageError which errors another option or path would settle
 */
export const runProgram = async (
  program: Command,
  argv: readonly string[],
  isUsageError: (error: unknown) => boolean = () => false
): Promise<void> => {
  tolerateClosedOutput();
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      // It has told its message or its help itself.
      process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
      return;
    }
    sayError(error);
    process.exitCode = isUsageError(error) ? EXIT.usage : EXIT.failed;
  }
};
