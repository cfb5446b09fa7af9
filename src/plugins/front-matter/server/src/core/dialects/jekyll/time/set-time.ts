import { CLOCK } from './date-shapes';
import type { Found } from './fragments';

/** A time as `TIME` matches it, with the text of its zone. */
export const setTime = (found: Found, parts: RegExpExecArray): void => {
  if (parts[2] !== undefined) found.zone = parts[2];
  const clock = CLOCK.exec(parts[1] ?? '');
  if (!clock) return;
  const [, hour, minute, second, fraction, half] = clock;
  const isAfternoon = half !== undefined && half.toLowerCase() === 'p';
  found.hour = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  if (minute !== undefined) found.minute = Number(minute);
  if (second !== undefined) found.second = Number(second);
  if (fraction !== undefined) found.hasFraction = true;
};

/** A single number of one or two digits: the day beside a time, the hour beside a day. */
export const setFragment = (found: Found, number: number): void => {
  if (found.hour !== undefined && found.day === undefined && number >= 1 && number <= 31) {
    found.day = number;
  }
  if (found.day !== undefined && found.hour === undefined && number <= 24) found.hour = number;
};
