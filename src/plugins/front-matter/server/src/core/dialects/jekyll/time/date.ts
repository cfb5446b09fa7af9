import { civilFromSeconds } from '../psych/civil-time';
import { fourDigits, offsetText, rubyToS } from '../psych/to-s';
import { RubyTime, type RubyValue } from '../psych/value';
import { type ParsedTime, parseTime } from './parse-time';
import { secondsFromLocal, type Zone } from './zone';

/** A date as the generator reads it, in seconds since the epoch. */
export interface ReadDate extends ParsedTime {
  /** For a date without a zone, which YAML reads as UTC: the same wall clock in the archive's zone. */
  readonly meant: number;
}

/**
 * Reads a `date` as Jekyll does: `Time.parse(value.to_s).localtime`. Null where its build stops.
 *
 * @param now in seconds since the epoch
 */
export const readDate = (value: RubyValue, zone: Zone, now: number): ReadDate | null => {
  if (value instanceof RubyTime) {
    const { seconds } = value;
    const namesZone = value.zone !== 'none';
    return {
      seconds,
      namesZone,
      rolledOver: false,
      meant: namesZone ? seconds : local(seconds, zone),
    };
  }
  const parsed = parseTime(rubyToS(value), zone, now);
  if (parsed === null) return null;
  const seconds = parsed.seconds + 2 * lostSeconds(parsed.seconds, zone);
  return { ...parsed, seconds, meant: seconds };
};

/**
 * Jekyll formats and parses a date again each time it merges a post's data, twice after it is set, and
 * loses the seconds of the offset, which local mean time had.
 */
const lostSeconds = (seconds: number, zone: Zone): number => zone.offsetAt(seconds) % 60;

const local = (seconds: number, zone: Zone): number => {
  const { year, month, day, hour, minute, second } = civilFromSeconds(seconds);
  return secondsFromLocal(zone, [year, month, day, hour, minute, second]);
};

/** ISO 8601 with the zone's offset: `2022-02-17T08:35:15+08:00`. */
export const isoDate = (seconds: number, zone: Zone): string => {
  const offset = zone.offsetAt(seconds);
  const at = civilFromSeconds(seconds + offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${fourDigits(at.year)}-${two(at.month)}-${two(at.day)}`;
  return `${day}T${two(at.hour)}:${two(at.minute)}:${two(at.second)}${offsetText(offset, ':')}`;
};
