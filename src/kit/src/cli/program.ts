import { Command, CommanderError } from 'commander';
import { NoApplicationError } from './application/application-error';
import { EXIT } from './exit-codes';
import { packageOf } from './package-of';
import { sayError, tolerateClosedOutput } from './output';

export { Command, InvalidArgumentError, Option } from 'commander';

/** What a program says of itself. */
interface ProgramWords {
  readonly name: string;
  readonly description: string;
  /** What exit code 3 means: the end of "finished, but …". */
  readonly incomplete: string;
  /** A folder of the package that it belongs to, whose name and version `--version` tells. */
  readonly folder: string;
}

/** Begins a program that has its commands and options added. Wrong usage is answered with its help. */
export const createProgram = ({ name, description, incomplete, folder }: ProgramWords): Command =>
  new Command(name)
    .description(description)
    .version(packageOf(folder), '-V, --version', 'print the name and version of the package')
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
    const isUsage = error instanceof NoApplicationError || isUsageError(error);
    process.exitCode = isUsage ? EXIT.usage : EXIT.failed;
  }
};
