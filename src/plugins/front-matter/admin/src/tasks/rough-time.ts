/** A time as people say it. */
export interface RoughTime {
  readonly unit: 'seconds' | 'minutes' | 'hours';
  readonly count: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** About how long some milliseconds are: seconds by tens, then minutes, then hours, each rounded up. */
export const roughTime = (milliseconds: number): RoughTime => {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds <= 50) return { unit: 'seconds', count: Math.max(10, Math.ceil(seconds / 10) * 10) };
  if (seconds <= 90 * MINUTE) return { unit: 'minutes', count: Math.ceil(seconds / MINUTE) };
  return { unit: 'hours', count: Math.ceil(seconds / HOUR) };
};
