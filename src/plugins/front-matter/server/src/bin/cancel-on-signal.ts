import { EXIT } from './exit-codes';

/**
 * A terminal tells the whole group of Ctrl-C, and npm passes it on: what comes so soon after the
 * first is the same signal; in milliseconds.
 */
const ECHO = 1_000;

/**
 * A signal that is aborted by Ctrl-C or a polite kill, so that the batch in hand is finished
 * first. A second one ends the process at once, which is safe too: transactions are whole.
 */
export const cancelOnSignal = (
  say: (text: string) => void
): { signal: AbortSignal; release: () => void } => {
  const controller = new AbortController();
  let first = 0;
  const cancel = (): void => {
    if (controller.signal.aborted) {
      if (performance.now() - first > ECHO) process.exit(EXIT.failed);
      return;
    }
    first = performance.now();
    say('Stopping after the batch in hand; the same command goes on from there.');
    controller.abort();
  };
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', cancel);
      process.off('SIGTERM', cancel);
    },
  };
};
