import type { Found } from './fragments';

/** A run of digits, by its length: `20220217`, `220217`, `20220217083515`. */
export const setDigits = (found: Found, parts: RegExpExecArray): void => {
  const [, sign, digits = '', time, fraction, zone] = parts;
  const isClock = time === undefined && fraction !== undefined;
  if (isClock) setClockDigits(found, digits);
  else setDateDigits(found, digits, sign === '-');
  if (time !== undefined && time.length % 2 === 0) {
    const names = ['hour', 'minute', 'second'] as const;
    const pairs = time.match(/\d\d/g) ?? [];
    const from = fraction === undefined ? 0 : 3 - pairs.length;
    pairs.forEach((pair, index) => (found[names[index + from] ?? 'second'] = Number(pair)));
  }
  if (fraction !== undefined) found.hasFraction = true;
  if (zone !== undefined) found.zone = zone.startsWith('[') ? bracketedZone(zone) : zone;
};

const bracketedZone = (zone: string): string => {
  const inner = zone.slice(1, -1);
  const colon = inner.indexOf(':');
  return colon === -1 ? inner : inner.slice(colon + 1);
};

const setDateDigits = (found: Found, digits: string, negative: boolean): void => {
  const at = (from: number, width: number): number => Number(digits.slice(from, from + width));
  const setYear = (width: number): void => {
    found.year = negative ? -at(0, width) : at(0, width);
  };
  const length = digits.length;
  if (length === 2) found.day = at(0, 2);
  else if (length === 3) found.yearDay = at(0, 3);
  else if (length === 4) [found.month, found.day] = [at(0, 2), at(2, 2)];
  else if (length === 5 || length === 7) {
    setYear(length - 3);
    found.yearDay = at(length - 3, 3);
  } else if (length === 6) {
    setYear(2);
    [found.month, found.day] = [at(2, 2), at(4, 2)];
  } else if (length % 2 === 0) {
    setYear(4);
    [found.month, found.day] = [at(4, 2), at(6, 2)];
    if (length >= 10) found.hour = at(8, 2);
    if (length >= 12) found.minute = at(10, 2);
    if (length >= 14) found.second = at(12, 2);
    found.completes = false;
  }
};

/** Digits before a fraction are a time, read backwards. */
const setClockDigits = (found: Found, digits: string): void => {
  const length = digits.length;
  if (![2, 3, 4, 5, 6, 7, 8, 10, 12, 14].includes(length)) return;
  const names = ['second', 'minute', 'hour', 'day', 'month'] as const;
  let end = length;
  for (const name of names) {
    if (end <= 0) break;
    const from = Math.max(0, end - 2);
    found[name] = Number(digits.slice(from, end));
    end = from;
  }
  if (length === 12) found.year = Number(digits.slice(0, 2));
  if (length === 14) {
    found.year = Number(digits.slice(0, 4));
    found.completes = false;
  }
};
