import { fork } from 'node:child_process';
import path from 'node:path';
import { environment } from './environment';

/** A step that stays: it is asked, in turns with others, and answers. */
export interface Worker {
  /** Several questions may be asked at a time. */
  ask<Answer>(name: string, question?: unknown): Promise<Answer>;
  /** How its process ended, in words; null while it lives. */
  ending(): string | null;
  stop(): Promise<void>;
  /** Ends it whatever it is at; for what only reads. */
  kill(): Promise<void>;
}

interface Question {
  readonly number: number;
  readonly name: string;
  readonly question?: unknown;
}

interface Answer {
  /** The question's; 0 says that the step is ready. */
  readonly number: number;
  readonly answer?: unknown;
  readonly error?: string;
}

/** How a step is started. */
export interface WorkerOptions {
  /** What it says goes to the standard error output, or is kept for the day that it ends. */
  readonly output?: 'shown' | 'kept';
  /** What its environment says beside the database. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Characters of what a step said last. */
const LAST_WORDS = 2_000;

/**
 * Starts a step in a process of its own that stays until it is stopped, so that two can be
 * measured in turns, each warm and in a memory of its own.
 *
 * @param step the path of a compiled file, relative to `scripts` and without its extension
 */
export const startWorker = async (
  step: string,
  database: string,
  words: readonly string[] = [],
  { output = 'shown', variables = {} }: WorkerOptions = {}
): Promise<Worker> => {
  const to = output === 'shown' ? 2 : 'pipe';
  const child = fork(path.join(__dirname, '..', `${step}.js`), words, {
    env: { ...environment(database), ...variables },
    stdio: ['ignore', to, to, 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-LAST_WORDS);
    });
  }
  let ending: string | null = null;
  const ended = new Promise<never>((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      ending = `The step "${step}" ended with ${signal ?? code}.\n${said}`.trimEnd();
      reject(new Error(ending));
    });
  });
  // Whoever waits for an answer hears of it; an end that was asked for is no fault.
  ended.catch(() => undefined);

  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => {
    waiting.get(answer.number)?.(answer);
    waiting.delete(answer.number);
  });
  const hear = (number: number): Promise<unknown> => {
    const heard = new Promise<Answer>((resolve) => waiting.set(number, resolve));
    return Promise.race([ended, heard]).then(({ answer, error }) => {
      if (error === undefined) return answer;
      throw new Error(error);
    });
  };

  await hear(0);
  let asked = 0;
  return {
    async ask<Reply>(name: string, question?: unknown) {
      if (ending !== null) throw new Error(ending);
      asked += 1;
      const heard = hear(asked);
      const message: Question = { number: asked, name, question };
      child.send(message, () => undefined);
      return (await heard) as Reply;
    },
    ending: () => ending,
    async stop() {
      if (child.connected) child.disconnect();
      await ended.catch(() => undefined);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended.catch(() => undefined);
    },
  };
};

/**
 * The other side: says that it is ready, and answers until its parent lets go of it.
 *
 * @param answers what it can be asked, by name
 */
export const answerQuestions = (
  answers: Readonly<Record<string, (question: never) => unknown>>
): Promise<void> =>
  new Promise((resolve) => {
    const say = (answer: Answer): void => {
      if (process.connected) process.send?.(answer);
    };
    process.on('message', ({ number, name, question }: Question) => {
      void Promise.resolve()
        .then(() => answers[name]?.(question as never))
        .then(
          (answer) => say({ number, answer }),
          (error: unknown) => say({ number, error: String(error) })
        );
    });
    process.once('disconnect', resolve);
    say({ number: 0 });
  });
