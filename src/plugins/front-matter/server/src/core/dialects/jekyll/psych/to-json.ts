import type { JsonValue } from '../../../post';
import { offsetText, rubyToS, timeToS } from './to-s';
import { RubyDate, RubyTime, type RubyHash, type RubyValue } from './value';

/** A zone's offset, in seconds, at an instant in seconds since the epoch. */
export type OffsetAt = (seconds: number) => number;

/** How times are written: as ISO 8601, or as in Ruby's own JSON. */
type TimeText = (time: RubyTime) => string;

/**
 * Front matter as JSON. A value that an alias repeats is written out each time, and a value inside
 * itself becomes Ruby's `[...]`.
 */
export const hashToJson = (
  hash: RubyHash,
  offsetAt: OffsetAt
): { readonly [key: string]: JsonValue } => mapToJson(hash, (time) => isoOf(time, offsetAt), []);

/** A value as Ruby's own JSON has it, times as `2022-02-17 08:35:15 +0800`. */
export const valueToJson = (value: RubyValue): JsonValue => toJson(value, timeToS, []);

const toJson = (value: RubyValue, timeText: TimeText, above: readonly RubyValue[]): JsonValue => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : rubyToS(value);
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (value instanceof RubyDate) return value.text;
  if (value instanceof RubyTime) return timeText(value);
  if (above.includes(value)) return Array.isArray(value) ? '[...]' : '{...}';
  if (Array.isArray(value)) return value.map((item) => toJson(item, timeText, [...above, value]));
  return mapToJson(value, timeText, above);
};

/** `Object.fromEntries` makes own properties of every key, `__proto__` included. */
const mapToJson = (
  hash: RubyHash,
  timeText: TimeText,
  above: readonly RubyValue[]
): { readonly [key: string]: JsonValue } =>
  Object.fromEntries(
    [...hash].map(([key, value]) => [rubyToS(key), toJson(value, timeText, [...above, hash])])
  );

const isoOf = ({ seconds, zone }: RubyTime, offsetAt: OffsetAt): string => {
  const offset = zone === 'none' ? offsetAt(seconds) : zone;
  const [day = '', clock = ''] = timeToS(new RubyTime(seconds, offset)).split(' ');
  return `${day}T${clock}${offsetText(offset, ':')}`;
};
