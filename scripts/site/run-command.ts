const WRONG_USAGE = 2;

const asksForHelp = (words: readonly string[]): boolean =>
  words.includes('--help') || words.includes('-h');

/** Whether `parseArgs` found an option that is none, or one without its value. */
const isWrongUsage = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/**
 * Runs a command with the words that follow its name, and sets the exit code of the process.
 *
 * @param run gives the exit code; null where the words make no sense, which the usage then answers
 */
export const runCommand = async (
  usage: string,
  run: (words: readonly string[]) => Promise<number | null>
): Promise<void> => {
  const words = process.argv.slice(2);
  if (asksForHelp(words)) {
    process.stdout.write(usage);
    return;
  }
  try {
    const code = await run(words);
    if (code === null) process.stderr.write(usage);
    process.exitCode = code ?? WRONG_USAGE;
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    if (isWrongUsage(error)) process.stderr.write(usage);
    process.exitCode = isWrongUsage(error) ? WRONG_USAGE : 1;
  }
};
