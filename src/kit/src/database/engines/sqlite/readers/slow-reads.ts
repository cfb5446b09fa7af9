import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

import { openLane, patienceOf } from '../../../connections/lane';
import { READ_TIMEOUT, ReadError } from '../../../connections/read-errors';
import type { SlowReadLimits } from '../../../connections/reads-apart';
import type { ReadAnswer, ReadSetup, ReadTask } from './slow-reads-protocol';

/** Reads that may take long, beside the process that answers requests. */
export interface SlowReads {
  /**
   * @param asker whom it is read for, a request: all that one asks for waits once
   * @throws ReadError where it has taken too long, or too many wait already
   */
  read(task: ReadTask, asker: object): Promise<readonly unknown[]>;
  /** Whether it refuses who comes now. */
  isFull(): boolean;
  close(): void;
}

/** How long a process stays that has nothing to do, in milliseconds. */
const IDLE = 60_000;

/** Starts no process before the first read. */
export const startSlowReads = (
  setup: ReadSetup,
  { atOnce, waiting, timeout }: SlowReadLimits
): SlowReads => {
  const lane = openLane({ atOnce, waiting, patience: patienceOf(timeout), sharesTurn: false });
  const idle = new Map<ChildProcess, NodeJS.Timeout>();
  const all = new Set<ChildProcess>();

  const start = (): ChildProcess => {
    const child = fork(path.join(__dirname, 'slow-reads-process.js'), [JSON.stringify(setup)], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    all.add(child);
    child.once('exit', () => {
      all.delete(child);
      clearTimeout(idle.get(child));
      idle.delete(child);
    });
    // The application may end while it is there.
    child.unref();
    child.channel?.unref();
    return child;
  };

  const take = (): ChildProcess => {
    const [known] = idle.keys();
    if (known === undefined) return start();
    clearTimeout(idle.get(known));
    idle.delete(known);
    return known;
  };

  const giveBack = (child: ChildProcess): void => {
    if (!child.connected) return;
    idle.set(child, setTimeout(() => child.kill('SIGKILL'), IDLE).unref());
  };

  const ask = (child: ChildProcess, task: ReadTask): Promise<readonly unknown[]> =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit);
      };
      const onMessage = (answer: ReadAnswer): void => {
        end();
        giveBack(child);
        if ('rows' in answer) resolve(answer.rows);
        else reject(new ReadError(answer.code, answer.message));
      };
      const onExit = (): void => {
        end();
        reject(new ReadError('SQLITE_ABORT', 'the process that read has ended'));
      };
      const giveUp = (): void => {
        end();
        all.delete(child);
        child.kill('SIGKILL');
        reject(new ReadError(READ_TIMEOUT, `it took longer than ${timeout} ms`));
      };
      const timer = setTimeout(giveUp, timeout === 0 ? 2 ** 31 - 1 : timeout);
      child.on('message', onMessage).on('exit', onExit);
      child.send(task);
    });

  return {
    read: (task, asker) => lane.through(asker, () => ask(take(), task)),
    isFull: lane.isFull,
    close() {
      for (const child of all) child.kill('SIGKILL');
    },
  };
};
