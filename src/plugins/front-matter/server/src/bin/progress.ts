import { Presets, SingleBar } from 'cli-progress';

import type { Counts } from '../core/plan/counts';

/** Shows how far an import is. */
export interface Progress {
  update(counts: Counts): void;
  stop(): void;
}

const describe = (counts: Counts): string =>
  `${counts.created} created, ${counts.updated} updated, ${counts.unchanged} unchanged, ` +
  `${counts.conflicts} in conflict, ${counts.quarantined} quarantined, ${counts.skipped} skipped`;

const rateOf = (counts: Counts, start: number): number =>
  Math.round(counts.found / Math.max((performance.now() - start) / 1000, 0.001));

const bar = (output: NodeJS.WriteStream, total: number): Progress => {
  const start = performance.now();
  const line = new SingleBar(
    {
      stream: output,
      format: '{bar} {value}/{total} files, {rate}/s, {eta_formatted} left | {summary}',
      hideCursor: true,
      barsize: 24,
    },
    Presets.shades_classic
  );
  line.start(total, 0, { rate: 0, summary: '' });
  return {
    update(counts) {
      line.update(counts.found, { rate: rateOf(counts, start), summary: describe(counts) });
    },
    stop: () => line.stop(),
  };
};

/** A line now and then is enough where lines are kept; in milliseconds. */
const INTERVAL = 5_000;

const plainLines = (output: NodeJS.WritableStream, total: number): Progress => {
  const start = performance.now();
  let last = start;
  return {
    update(counts) {
      if (performance.now() - last < INTERVAL) return;
      last = performance.now();
      output.write(
        `${counts.found}/${total} files, ${rateOf(counts, start)}/s: ${describe(counts)}\n`
      );
    },
    stop: () => undefined,
  };
};

/**
 * A bar with rate and time left on a terminal, plain lines elsewhere.
 *
 * @param total how many files there are
 */
export const showProgress = (output: NodeJS.WriteStream, total: number): Progress =>
  output.isTTY ? bar(output, total) : plainLines(output, total);
