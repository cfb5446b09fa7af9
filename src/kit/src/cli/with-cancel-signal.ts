import { EXIT } from './exit-codes';
import { say } from './output';

/**
 * A terminal tells the whole group of Ctrl-C, and npm passes it on: what comes so soon after the
 * first is the same signal; in milliseconds.
 */
const ECHO = 1_000;

/**
 * Does work that Ctrl-C or a polite kill tells to stop: its signal is aborted, so that the batch in
 * hand is finished first. A second one ends the process at once, which is safe too: transactions are
 * whole.
 */
export const withCancelSignal = async <Result>(
  work: (signal: AbortSignal) => Promise<Result>
): Promise<Result> => {
  const controller = new AbortController();
  let first = 0;
  const cancel = (): void => {
    if (controller.signal.aborted) {
      if (performance.now() - first > ECHO) process.exit(EXIT.failed);
      return;
    }
    first = performance.now();
    say('Stopping after the current batch. Run the same command again to finish it.');
    controller.abort();
  };
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
  }
};
