import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { showProgress } from '../../../../src/kit/src/cli/progress';

const stream = (isTTY: boolean) => {
  const output = Object.assign(new PassThrough().setEncoding('utf8'), {
    isTTY,
    columns: 120,
    cursorTo: (...words: unknown[]) => words.length > 0,
    moveCursor: (...words: unknown[]) => words.length > 0,
    clearLine: (...words: unknown[]) => words.length > 0,
  });
  return {
    output: output as unknown as NodeJS.WriteStream,
    said: () => String(output.read() ?? ''),
  };
};

const SUMMARY = '20 created, 10 unchanged';

it('draws a bar with rate and time left on a terminal', async () => {
  const { output, said } = stream(true);
  const progress = showProgress(output, 100, 'files');
  // The bar is drawn ten times a second at most.
  await pause(150);
  progress.update(30, SUMMARY);
  progress.stop();
  expect(said()).toMatch(/30\/100 files, \d+\/s, .* left \| 20 created, 10 unchanged/);
});

it('writes a plain line now and then elsewhere, and no escape', () => {
  jest.useFakeTimers({ now: 0 });
  const { output, said } = stream(false);
  const progress = showProgress(output, 100, 'files');
  progress.update(30, SUMMARY);
  expect(said()).toBe('');
  jest.advanceTimersByTime(6_000);
  progress.update(30, SUMMARY);
  progress.stop();
  expect(said()).toMatch(/^30\/100 files, 5\/s: 20 created, 10 unchanged\n$/);
  jest.useRealTimers();
});
