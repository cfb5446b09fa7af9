import type { Issue } from '../../../issue';
import type { TextReading } from '../header/read-text';
import { rubyToS } from '../psych/to-s';
import type { RubyHash } from '../psych/value';
import { isoDate, type ReadDate, readDate } from '../time/date';
import { repairDate } from '../time/repair-date';
import type { Zone } from '../time/zone';
import { invalidDate, repairedDate, rolledOver, withoutZone } from './interpret-issues';

/** How dates are read. */
export interface DateRules {
  readonly zone: Zone;
  /** `local` keeps the wall clock of dates that name no zone; addresses stay the generator's. */
  readonly zonelessDates: 'as-generator' | 'local';
  /** In seconds since the epoch: dates may leave out their year. */
  readonly now: number;
}

/**
 * The date of the header, else of the file name; undefined where neither has one, null where it is
 * invalid.
 */
export const dateOf = (
  data: RubyHash,
  inName: string | null,
  reading: TextReading,
  { zone, now, zonelessDates }: DateRules,
  issues: Issue[]
): ReadDate | null | undefined => {
  if (!data.has('date')) {
    if (inName === null) return undefined;
    const date = readDate(inName, zone, now);
    if (date === null) issues.push(invalidDate(inName, null));
    else if (date.rolledOver) issues.push(rolledOver(inName, isoDate(date.seconds, zone), null));
    return date;
  }
  const value = data.get('date') ?? null;
  const at = reading.placeOf('date');
  const shown = rubyToS(value);
  const asWritten = readDate(value, zone, now);
  const repaired = asWritten === null ? repairDate(shown) : null;
  const date = repaired === null ? asWritten : readDate(repaired, zone, now);
  if (repaired !== null && date !== null) issues.push(repairedDate(shown, repaired, at));
  else if (date === null) issues.push(invalidDate(shown, at));
  else if (date.rolledOver) issues.push(rolledOver(shown, isoDate(date.seconds, zone), at));
  else if (date.meant !== date.seconds) issues.push(withoutZone(at, zonelessDates));
  return date;
};
