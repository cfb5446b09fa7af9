import { parseArgs } from 'node:util';
import { check } from './check';

const USAGE = `strapi-source-links: where stories come from

  check                 ask for the link of every published document, politely, and keep what is found
    --again             begin a new round where an unfinished one would be taken up
    --report FILE       add a JSON object a line for each link that is not well, and one for the round

Exit codes: 0 all well; 1 the command failed; 2 wrong usage; 3 finished, but some links are not well.
`;

const EXIT = { failed: 1, usage: 2 } as const;

/** Runs a command with its words, as they stand after its name; sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  const words = read(argv);
  if (words === null) return;
  try {
    process.exitCode = await check(words);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = EXIT.failed;
  }
}

interface Words {
  readonly again: boolean;
  readonly report: string | null;
}

function read(argv: readonly string[]): Words | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        again: { type: 'boolean', default: false },
        report: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(USAGE);
      return null;
    }
    const [command, ...more] = positionals;
    if (command === undefined) throw new Error('a command is missing');
    if (command !== 'check' || more.length > 0) {
      throw new Error(`"${positionals.join(' ')}" is not a command`);
    }
    return { again: values.again, report: values.report ?? null };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exitCode = EXIT.usage;
    return null;
  }
}
