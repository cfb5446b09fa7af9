import type { JsonValue } from '../../post';
import { type OffsetAt, offsetText, rubyToS, timeToS } from './to-s';
import { RubyDate, RubySymbol, RubyTime, type RubyHash, type RubyValue } from './value';

/** How times are written: as JSON's readers like them, or as Ruby's own JSON does. */
type Times = 'iso' | 'ruby';

/**
 * Front matter as JSON. A value that an alias repeats is written out each time, and a value inside
 * itself becomes Ruby's `[...]`.
 */
export function hashToJson(
  hash: RubyHash,
  offsetAt: OffsetAt
): { readonly [key: string]: JsonValue } {
  return mapToJson(hash, { offsetAt, times: 'iso' }, []);
}

/** A value as Ruby's own JSON has it, times as `2022-02-17 08:35:15 +0800`. */
export function valueToJson(value: RubyValue, offsetAt: OffsetAt): JsonValue {
  return toJson(value, { offsetAt, times: 'ruby' }, []);
}

interface Conversion {
  readonly offsetAt: OffsetAt;
  readonly times: Times;
}

function toJson(value: RubyValue, conversion: Conversion, above: readonly RubyValue[]): JsonValue {
  const { offsetAt, times } = conversion;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : rubyToS(value, offsetAt);
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (value instanceof RubySymbol) return value.name;
  if (value instanceof RubyDate) return value.text;
  if (value instanceof RubyTime) {
    return times === 'iso' ? isoOf(value, offsetAt) : timeToS(value, offsetAt);
  }
  if (above.includes(value)) return Array.isArray(value) ? '[...]' : '{...}';
  if (Array.isArray(value)) return value.map((item) => toJson(item, conversion, [...above, value]));
  return mapToJson(value, conversion, above);
}

/** `Object.fromEntries` makes own properties of every key, `__proto__` included. */
function mapToJson(
  hash: RubyHash,
  conversion: Conversion,
  above: readonly RubyValue[]
): { readonly [key: string]: JsonValue } {
  return Object.fromEntries(
    [...hash].map(([key, value]) => [
      rubyToS(key, conversion.offsetAt),
      toJson(value, conversion, [...above, hash]),
    ])
  );
}

function isoOf(time: RubyTime, offsetAt: OffsetAt): string {
  const [day = '', clock = ''] = timeToS(time, offsetAt).split(' ');
  if (time.zone === 'utc') return `${day}T${clock}Z`;
  const offset = time.zone === 'none' ? offsetAt(time.seconds) : time.zone;
  return `${day}T${clock}${offsetText(offset, ':')}`;
}
