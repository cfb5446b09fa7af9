import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

import type { SlowReadLimits } from '../../engine';
import { READ_TIMEOUT, ReadError, READS_WAITING } from './slow-read-errors';
import type { ReadAnswer, ReadSetup, ReadTask } from './slow-reads-protocol';

/** Reads that may take long, beside the process that answers requests. */
export interface SlowReads {
  /**
   * @param asker whom it is read for, a request: all that one asks for waits once
   * @throws ReadError where it has taken too long, or too many wait already
   */
  read(task: ReadTask, asker: object): Promise<readonly unknown[]>;
  close(): void;
}

/** How long a process stays that has nothing to do, in milliseconds. */
const IDLE = 60_000;

interface Waiting {
  readonly task: ReadTask;
  readonly asker: object;
  resolve(rows: readonly unknown[]): void;
  reject(error: Error): void;
}

/** Starts no process before the first read. */
export const startSlowReads = (
  setup: ReadSetup,
  { atOnce, waiting, timeout }: SlowReadLimits
): SlowReads => {
  const queue: Waiting[] = [];
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

  const take = (): ChildProcess | null => {
    const [known] = idle.keys();
    if (known !== undefined) {
      clearTimeout(idle.get(known));
      idle.delete(known);
      return known;
    }
    return all.size < atOnce ? start() : null;
  };

  const giveBack = (child: ChildProcess): void => {
    if (!child.connected) return;
    idle.set(child, setTimeout(() => child.kill('SIGKILL'), IDLE).unref());
  };

  const run = (child: ChildProcess, { task, resolve, reject }: Waiting): void => {
    const end = (): void => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      next();
    };
    const onMessage = (answer: ReadAnswer): void => {
      giveBack(child);
      if ('rows' in answer) resolve(answer.rows);
      else reject(new ReadError(answer.code, answer.message));
      end();
    };
    const onExit = (): void => {
      reject(new ReadError('SQLITE_ABORT', 'the process that read has ended'));
      end();
    };
    const timer = setTimeout(
      () => {
        child.off('exit', onExit);
        all.delete(child);
        child.kill('SIGKILL');
        reject(new ReadError(READ_TIMEOUT, `it took longer than ${timeout} ms`));
        end();
      },
      timeout === 0 ? 2 ** 31 - 1 : timeout
    );
    child.on('message', onMessage).on('exit', onExit);
    child.send(task);
  };

  const next = (): void => {
    const [first] = queue;
    const child = first === undefined ? null : take();
    if (first === undefined || child === null) return;
    queue.shift();
    run(child, first);
  };

  return {
    read: (task, asker) =>
      new Promise((resolve, reject) => {
        const askers = new Set(queue.map((one) => one.asker));
        if (askers.size >= waiting && !askers.has(asker)) {
          reject(new ReadError(READS_WAITING, 'too many reads that take long wait already'));
          return;
        }
        queue.push({ task, asker, resolve, reject });
        next();
      }),
    close() {
      for (const child of all) child.kill('SIGKILL');
    },
  };
};
