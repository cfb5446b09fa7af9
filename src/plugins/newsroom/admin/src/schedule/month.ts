/** A day of the editor's time zone. */
export interface Day {
  /** As `2026-12-01`. */
  readonly name: string;
  readonly start: Date;
  /** Not included. */
  readonly end: Date;
}

/** A month of the editor's time zone, from 1. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

const two = (number: number): string => String(number).padStart(2, '0');

export const nameOfDay = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

// Days are not all of 24 hours: the calendar counts them.
const dayOf = (year: number, month: number, date: number): Day => {
  const start = new Date(year, month - 1, date);
  return { name: nameOfDay(start), start, end: new Date(year, month - 1, date + 1) };
};

export const monthOf = (date: Date): Month => ({
  year: date.getFullYear(),
  month: date.getMonth() + 1,
});

/** The month that is so many after another. */
export const monthAfter = ({ year, month }: Month, count: number): Month =>
  monthOf(new Date(year, month - 1 + count, 1));

/** The name of a month, as `2026-12`. */
export const nameOfMonth = ({ year, month }: Month): string => `${year}-${two(month)}`;

/** The month of a name; null for what is none. */
export const monthNamed = (name: string): Month | null => {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/u.exec(name) ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month) };
};

/** The days of a month's calendar by weeks, from Monday: with those before and after that fill the first and last week. */
export const weeksOf = ({ year, month }: Month): readonly (readonly Day[])[] => {
  const before = (new Date(year, month - 1, 1).getDay() + 6) % 7;
  const days = new Date(year, month, 0).getDate();
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, place) => dayOf(year, month, week * 7 + place - before + 1))
  );
};
