/** A day of a calendar. */
export interface Day {
  readonly year: number;
  /** From 1 on, as the day. */
  readonly month: number;
  readonly day: number;
}

const HOUR = 3_600_000;

/** No zone is further from UTC, nor ever was. */
const FURTHEST = 16 * HOUR;

/** The first moment of a day in UTC; months and days that are too large lead on. */
const inUtc = ({ year, month, day }: Day): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
};

/** Days as the clocks of a time zone show them. */
export interface Zone {
  readonly name: string;
  /** The day that a moment is in. */
  dayAt(moment: number): Day;
  /**
   * The first moment of a day: midnight, or what comes after it where clocks leave midnight out.
   * Months and days that are too large lead on.
   */
  startOf(day: Day): number;
}

/** First moments that are remembered: as many as there are days in ten years. */
const MOST = 4000;

const formatOf = (zone: string) =>
  new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });

const makeZone = (name: string): Zone => {
  const format = formatOf(name);
  const starts = new Map<number, number>();

  const dayAt = (moment: number): Day => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    const numberOf = (part: Intl.DateTimeFormatPartTypes): number => Number(parts.get(part));
    return { year: numberOf('year'), month: numberOf('month'), day: numberOf('day') };
  };

  const findStart = (wanted: number): number => {
    let before = wanted - FURTHEST;
    let after = wanted + FURTHEST;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (inUtc(dayAt(middle)) < wanted) before = middle;
      else after = middle;
    }
    return after;
  };

  return {
    name,
    dayAt,
    startOf(day) {
      const wanted = inUtc(day);
      const start = starts.get(wanted) ?? findStart(wanted);
      if (starts.size >= MOST) starts.clear();
      starts.set(wanted, start);
      return start;
    },
  };
};

const zones = new Map<string, Zone>();

/** A time zone by its IANA name, with all changes to and from daylight saving that there were. */
export const zoneOf = (name: string): Zone => {
  const zone = zones.get(name) ?? makeZone(name);
  zones.set(name, zone);
  return zone;
};
