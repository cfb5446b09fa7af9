import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a command is. */
export interface Progress {
  /** @param summary what has become of those that are done, in a few words */
  update(done: number, summary: string): void;
  stop(): void;
}

const rateOf = (done: number, start: number): number =>
  Math.round(done / Math.max((performance.now() - start) / 1000, 0.001));

const bar = (output: NodeJS.WriteStream, total: number, unit: string): Progress => {
  const start = performance.now();
  const line = new SingleBar(
    {
      stream: output,
      format: `{bar} {value}/{total} ${unit}, {rate}/s, {eta_formatted} left | {summary}`,
      hideCursor: true,
      barsize: 24,
    },
    Presets.shades_classic
  );
  line.start(total, 0, { rate: 0, summary: '' });
  return {
    update: (done, summary) => line.update(done, { rate: rateOf(done, start), summary }),
    stop: () => line.stop(),
  };
};

/** A line now and then is enough where lines are kept; in milliseconds. */
const INTERVAL = 5_000;

const plainLines = (output: NodeJS.WritableStream, total: number, unit: string): Progress => {
  const start = performance.now();
  let last = start;
  return {
    update(done, summary) {
      if (performance.now() - last < INTERVAL) return;
      last = performance.now();
      output.write(`${done}/${total} ${unit}, ${rateOf(done, start)}/s: ${summary}\n`);
    },
    stop: () => undefined,
  };
};

/**
 * A bar with rate and time left on a terminal, plain lines elsewhere.
 *
 * @param total how many there are to be done
 * @param unit what they are called, in the plural
 */
export const showProgress = (output: NodeJS.WriteStream, total: number, unit: string): Progress =>
  output.isTTY ? bar(output, total, unit) : plainLines(output, total, unit);
