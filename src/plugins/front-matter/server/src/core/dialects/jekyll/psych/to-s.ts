import { civilFromSeconds, daysFromDate, EPOCH } from './civil-time';
import { RubyDate, RubyTime, type RubyValue } from './value';

/** Ruby's `to_s`, as Jekyll puts values that are not text into titles, categories and addresses. */
export const rubyToS = (value: RubyValue): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return inspect(value, []);
};

/** Ruby's `inspect`: equal for values that are equal, however they are nested. */
export const rubyInspect = (value: RubyValue): string => inspectNested(value, []);

const inspect = (value: RubyValue, above: readonly RubyValue[]): string => {
  if (value === null) return 'nil';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return floatToS(value);
  if (value instanceof RubyDate) return value.text;
  if (value instanceof RubyTime) return timeToS(value);
  if (Array.isArray(value)) {
    if (above.includes(value)) return '[...]';
    return `[${value.map((item) => inspectNested(item, [...above, value])).join(', ')}]`;
  }
  if (value instanceof Map) {
    if (above.includes(value)) return '{...}';
    const inner = [...above, value];
    const pairs = [...value].map(
      ([key, item]) => `${inspectNested(key, inner)}=>${inspectNested(item, inner)}`
    );
    return `{${pairs.join(', ')}}`;
  }
  return String(value);
};

/** Inside a list Ruby shows a date by its own `inspect`. */
const inspectNested = (value: RubyValue, above: readonly RubyValue[]): string => {
  if (!(value instanceof RubyDate)) return inspect(value, above);
  const [year = 0, month = 0, day = 0] = value.text.split('-').map(Number);
  const days = daysFromDate(year, month, day) ?? 0;
  return `#<Date: ${value.text} ((${days + EPOCH}j,0s,0n),+0s,2299161j)>`;
};

/** Ruby's `Float#to_s`: always with a point, in scientific form from 1e16 and below 1e-4. */
const floatToS = (value: number): string => {
  if (!Number.isFinite(value))
    return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e');
    const power = exponent.replace(/^([+-])(\d)$/, '$10$2');
    return `${digits.includes('.') ? digits : `${digits}.0`}e${power}`;
  }
  const text = String(value);
  return text.includes('.') ? text : `${text}.0`;
};

/** `YYYY-MM-DD HH:MM:SS +hhmm`; a time that names no zone is in UTC. */
export const timeToS = (time: RubyTime): string => {
  const offset = time.zone === 'none' ? 0 : time.zone;
  const at = civilFromSeconds(time.seconds + offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${fourDigits(at.year)}-${two(at.month)}-${two(at.day)}`;
  const clock = `${two(at.hour)}:${two(at.minute)}:${two(at.second)}`;
  return `${day} ${clock} ${offsetText(offset, '')}`;
};

/** A year as `strftime('%Y')` writes it. */
export const fourDigits = (year: number): string =>
  year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');

/** `+08:00`, or with an empty separator `+0800`. Seconds of an offset are omitted, as in Ruby. */
export const offsetText = (offset: number, separator: string): string => {
  const minutes = Math.floor(Math.abs(offset) / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
};

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\v': '\\v',
  '\b': '\\b',
  '\u0007': '\\a',
  '\u001b': '\\e',
};

const quote = (text: string): string => {
  const escaped = text.replace(/["\\\n\r\t\f\v\b\u0007\u001b]|#(?=[{$@])/g, (found) =>
    found === '#' ? '\\#' : (ESCAPES[found] ?? found)
  );
  const visible = escaped.replace(/[\p{Cc}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu, (found) => {
    const code = found.codePointAt(0) ?? 0;
    if (code < 0x80) return `\\x${code.toString(16).toUpperCase().padStart(2, '0')}`;
    const digits = code.toString(16).toUpperCase();
    return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
  });
  return `"${visible}"`;
};
