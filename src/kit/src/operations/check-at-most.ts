/**
 * Makes a check that is done no more often than once in a while; whoever asks meanwhile gets what came of the last
 * one, or waits for the one under way.
 *
 * @param check true where all is well; an error is none
 * @param interval how long an answer holds from when it was asked for, in milliseconds
 */
export const checkAtMost = (
  check: () => Promise<boolean>,
  interval: number
): (() => Promise<boolean>) => {
  let asked = -Infinity;
  let answer: Promise<boolean> = Promise.resolve(false);
  return () => {
    if (performance.now() - asked < interval) return answer;
    asked = performance.now();
    answer = check().catch(() => false);
    return answer;
  };
};
