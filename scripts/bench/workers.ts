import { fork } from 'node:child_process';
import path from 'node:path';
import { environment } from './environment';

/** A step that stays: it is asked, in turns with others, and answers. */
export interface Worker {
  ask<Answer>(name: string, question?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

interface Message {
  readonly answer?: unknown;
  readonly error?: string;
}

/**
 * Starts a step in a process of its own that stays until it is stopped, so that two can be
 * measured in turns, each warm and in a memory of its own.
 *
 * @param step the path of a compiled file, relative to this one and without its extension
 */
export const startWorker = (
  step: string,
  database: string,
  words: readonly string[] = []
): Promise<Worker> => {
  const child = fork(path.join(__dirname, `${step}.js`), words, {
    env: environment(database),
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const ended = new Promise<never>((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`The step "${step}" ended with ${code}.`)));
  });
  // Whoever waits for an answer hears of it; an end that was asked for is no fault.
  ended.catch(() => undefined);
  const heard = () =>
    Promise.race([
      ended,
      new Promise<unknown>((resolve, reject) => {
        child.once('message', ({ answer, error }: Message) =>
          error === undefined ? resolve(answer) : reject(new Error(error))
        );
      }),
    ]);
  const worker: Worker = {
    async ask<Answer>(name: string, question?: unknown) {
      const answer = heard();
      child.send({ name, question });
      return (await answer) as Answer;
    },
    async stop() {
      child.disconnect();
      await ended.catch(() => undefined);
    },
  };
  return heard().then(() => worker);
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
    process.on('message', ({ name, question }: { name: string; question: never }) => {
      void Promise.resolve()
        .then(() => answers[name]?.(question))
        .then(
          (answer) => process.send?.({ answer }),
          (error: unknown) => process.send?.({ error: String(error) })
        );
    });
    process.once('disconnect', resolve);
    process.send?.({});
  });
