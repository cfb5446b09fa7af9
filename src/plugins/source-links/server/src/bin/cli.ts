import { parseArgs } from 'node:util';
import { check } from './check';
import { outliveReaders, sayError } from 'strapi-plugin-kit/cli';
import { rebuild } from './rebuild';

const USAGE = `strapi-source-links: where stories come from

  check                 ask for the link of every published document, politely, and keep what is found
    --again             begin a new round where an unfinished one would be taken up
    --report FILE       add a JSON object a line for each link that is not well, and one for the round

  rebuild               make keys, and codes and URLs that are missing, again by the rules as they are now
    --dry-run           count what would change, and change nothing
    --report FILE       add a JSON object a line for each row to look at, and one for the counts

Exit codes: 0 all well; 1 the command failed; 2 wrong usage; 3 finished, but some links are not well or
some rows contradict themselves.
`;

const EXIT = { failed: 1, usage: 2 } as const;

/** Runs a command with its words, as they stand after its name; sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  outliveReaders();
  const command = read(argv);
  if (command === null) return;
  try {
    process.exitCode = await command();
  } catch (error) {
    sayError(error);
    process.exitCode = EXIT.failed;
  }
}

type Command = () => Promise<number>;

/** What is to be done; null where that has been said already. */
function read(argv: readonly string[]): Command | null {
  try {
    const [name, ...words] = argv;
    if (name === '--help' || name === '-h') return help();
    if (name === undefined) throw new Error('a command is missing');
    if (name === 'check') {
      const { on, report, asksForHelp } = wordsOf(words, 'again');
      return asksForHelp ? help() : () => check({ again: on, report });
    }
    if (name === 'rebuild') {
      const { on, report, asksForHelp } = wordsOf(words, 'dry-run');
      return asksForHelp ? help() : () => rebuild({ dryRun: on, report });
    }
    throw new Error(`"${name}" is not a command`);
  } catch (error) {
    sayError(error);
    process.stderr.write(`\n${USAGE}`);
    process.exitCode = EXIT.usage;
    return null;
  }
}

/** A command's words: whether its one switch is on, and what every command takes. */
function wordsOf(args: readonly string[], name: string) {
  const { values } = parseArgs({
    args: [...args],
    allowPositionals: false,
    options: {
      [name]: { type: 'boolean' },
      report: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { report, help: asksForHelp, [name]: on } = values as Readonly<Record<string, unknown>>;
  return {
    on: on === true,
    report: typeof report === 'string' ? report : null,
    asksForHelp: asksForHelp === true,
  };
}

function help(): null {
  process.stdout.write(USAGE);
  return null;
}
