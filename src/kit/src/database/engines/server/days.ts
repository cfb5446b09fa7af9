/** In milliseconds. */
const DAY = 86_400_000;

/**
 * Servers are given dates without a zone, as a clock of this process shows them: what they take for a
 * day begins when it does so here.
 */
export const dayAt = (date: Date): number =>
  Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / DAY);

export const startOfDay = (day: number): Date => {
  const inUtc = new Date(day * DAY);
  const start = new Date(0);
  start.setFullYear(inUtc.getUTCFullYear(), inUtc.getUTCMonth(), inUtc.getUTCDate());
  start.setHours(0, 0, 0, 0);
  return start;
};
