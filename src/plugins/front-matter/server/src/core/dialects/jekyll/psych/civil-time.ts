const DAY = 86_400;

/** Days since the epoch of a proleptic Gregorian date; a day beyond its month rolls over. */
export const daysFromCivil = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / (DAY * 1000);
};

/** Seconds since the epoch of a wall clock read as UTC. */
export const secondsFromCivil = (
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number
): number => daysFromCivil(year, month, day) * DAY + hour * 3600 + minute * 60 + second;

export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 1 is the first of January. */
  readonly yearDay: number;
}

/** The wall clock that shows so many seconds after the epoch, read as UTC. */
export const civilFromSeconds = (seconds: number): CivilTime => {
  const date = new Date(seconds * 1000);
  const year = date.getUTCFullYear();
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: date.getUTCDay(),
    yearDay: Math.floor(seconds / DAY) - daysFromCivil(year, 1, 1) + 1,
  };
};

/**
 * Whether Ruby's `Time.utc` and `Time.local` take these parts: a day up to 31 rolls into the next
 * month, 24:00:00 into the next day, a leap second into the next minute.
 */
export const timeIsInRange = (
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number
): boolean =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= 31 &&
  hour >= 0 &&
  minute >= 0 &&
  minute <= 59 &&
  second >= 0 &&
  second <= 60 &&
  (hour <= 23 || (hour === 24 && minute === 0 && second === 0));

/** Whether the day exists: `2022-02-30` does not. */
export const isDay = (year: number, month: number, day: number): boolean => {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const { month: shown, day: same } = civilFromSeconds(daysFromCivil(year, month, day) * DAY);
  return shown === month && same === day;
};

/**
 * Days since the epoch as Ruby's `Date` counts them, Julian up to 4 October 1582; null for a day that
 * does not exist.
 */
export const daysFromDate = (year: number, month: number, day: number): number | null => {
  const key = year * 10_000 + month * 100 + day;
  if (key >= 15_821_015) return isDay(year, month, day) ? daysFromCivil(year, month, day) : null;
  // A Gregorian year that is a leap year whenever the Julian one is.
  if (key > 15_821_004 || !isDay(2000 + (year % 4), month, day)) return null;
  const shift = Math.floor((14 - month) / 12);
  const years = year + 4800 - shift;
  const months = month + 12 * shift - 3;
  const ofYear = day + Math.floor((153 * months + 2) / 5);
  return ofYear + 365 * years + Math.floor(years / 4) - 32_083 - EPOCH;
};

/** The Julian day of the first of January 1970. */
export const EPOCH = 2_440_588;
