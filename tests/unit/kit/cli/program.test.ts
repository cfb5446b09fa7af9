import { createProgram, EXIT, Option, runProgram } from '../../../../src/kit/src/cli';

describe('the exit code of a command', () => {
  const before = process.exitCode;
  let said: string;

  beforeEach(() => {
    said = '';
    const hear = (text: unknown): boolean => {
      said += String(text);
      return true;
    };
    jest.spyOn(process.stdout, 'write').mockImplementation(hear);
    jest.spyOn(process.stderr, 'write').mockImplementation(hear);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = before;
  });

  class NoSuchRun extends Error {}

  const run = async (words: readonly string[], work: () => number = () => EXIT.ok) => {
    const program = createProgram({
      name: 'example',
      description: 'Does something',
      incomplete: 'something is missing',
      folder: __dirname,
    });
    program
      .command('list')
      .addOption(new Option('--format <name>').choices(['json']))
      .action(() => {
        process.exitCode = work();
      });
    await runProgram(program, words, (error) => error instanceof NoSuchRun);
    return process.exitCode;
  };
  const failWith = (error: Error): (() => never) => {
    return () => {
      throw error;
    };
  };

  it.each([
    ['what it answers', ['list'], (): number => EXIT.incomplete, 3],
    ['0 when it is asked for help', ['--help'], undefined, 0],
    ['0 when it is asked for its version', ['--version'], undefined, 0],
    ['1 when it fails', ['list'], failWith(new Error('no disk')), 1],
    ['2 for an error that other words would settle', ['list'], failWith(new NoSuchRun('7')), 2],
    ['2 for an unknown command', ['lists'], undefined, 2],
    ['2 for an unknown option', ['list', '--all'], undefined, 2],
    ['2 for a value that is no choice', ['list', '--format', 'xml'], undefined, 2],
    ['2 where no command is named', [], undefined, 2],
  ] as const)('is %s', async (_, words, work, code) => {
    expect(await run(words, work)).toBe(code);
  });

  it('is told in the help, with what is particular to the program', async () => {
    await run(['--help']);
    expect(said).toContain('2 wrong usage; 3 finished, but something is missing.');
  });

  it('of wrong usage comes with the help', async () => {
    await run(['list', '--all']);
    expect(said).toMatch(/unknown option '--all'\n\nUsage: example list/);
  });

  it('of an option that is spelled wrongly comes with the one that was meant', async () => {
    await run(['list', '--fromat', 'json']);
    expect(said).toContain("unknown option '--fromat'\n(Did you mean --format?)");
  });

  it('comes with the name and version of the package', async () => {
    await run(['--version']);
    expect(said).toBe('broadsheet 0.1.0\n');
  });

  it('comes with what several errors that are one have to say', async () => {
    await run(['list'], failWith(new AggregateError([new Error('no server'), new Error('no')])));
    expect(said).toBe('no server\n');
  });

  it('comes with a line that says what is wrong', async () => {
    await run(['list'], failWith(new Error('no disk')));
    expect(said).toBe('no disk\n');
  });
});
