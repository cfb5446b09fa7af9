import { daysFromDate } from './civil-time';
import { TooComplexError } from './measure';
import { RubyDate, RubyTime, type RubyValue } from './value';

/** A scalar on which Ruby raises, so that the whole document is lost. */
export class ScalarError extends Error {
  override readonly name = 'ScalarError';
}

const DECIMAL = /^[-+]?(?:0|[1-9][0-9]*)$/;
const OCTAL = /^0[0-7]+$/;
const HEXADECIMAL = /^(?:[-+]?0x|0X)[0-9A-Fa-f]+$/;
const BINARY = /^0b[01]+$/;
const SEXAGESIMAL = /^[-+]?[0-9][0-9]*(?::[0-5]?[0-9])+$/;
const SEXAGESIMAL_FLOAT = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/;
const FLOAT = /^[-+]?(?:\d[\d_]*)?\.[\d_]+(?:[eE][-+]\d+)?$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.\d*)?\s*(?:Z|([-+])(\d{1,2})(?::?(\d\d))?)?$/;

/**
 * The value of a plain scalar by the rules of SafeYAML 1.0 (`Transform.to_guessed_type`), by which
 * upstream's Jekyll reads YAML: `yes` is true, `0123` is 83, `1,000` is 1000, `12:30` is 750.0, and
 * `:x` a text.
 *
 * @throws ScalarError where Ruby raises
 */
export const resolveScalar = (text: string): RubyValue => {
  const first = text.charAt(0);
  // Nearly every text begins with a character that no other type begins with.
  if (!/[\d.,_+~-]/.test(first)) return resolveWord(text);
  const line = text.endsWith('\n') ? text.slice(0, -1) : text;
  return resolveNumber(line) ?? resolveTime(line) ?? resolveWord(text);
};

const resolveWord = (text: string): RubyValue => {
  if (text.length > 5) return text;
  switch (text.toLowerCase()) {
    case '':
    case '~':
    case 'null':
      return null;
    case 'yes':
    case 'on':
    case 'true':
      return true;
    case 'no':
    case 'off':
    case 'false':
      return false;
    default:
      return text;
  }
};

/** Longer numbers are not read: reading and writing one takes more than linear time. */
const MAX_DIGITS = 1_000;

const resolveNumber = (text: string): RubyValue => {
  const digits = text.replace(/[_,]/g, '');
  if (DECIMAL.test(digits) || HEXADECIMAL.test(digits) || BINARY.test(digits)) {
    return integerOf(digits);
  }
  if (OCTAL.test(digits)) return integerOf(digits.replace(/^0/, '0o'));
  if (SEXAGESIMAL.test(digits)) return inSixties(digits);
  if (FLOAT.test(text)) return floatOf(text);
  const special = SPECIAL.get(text);
  if (special !== undefined) return special;
  return SEXAGESIMAL_FLOAT.test(text) ? inSixties(text) : null;
};

const SPECIAL: ReadonlyMap<string, number> = new Map([
  ...['.inf', '.Inf', '.INF'].flatMap((name): [string, number][] => [
    [name, Infinity],
    [`-${name}`, -Infinity],
  ]),
  ...['.nan', '.NaN', '.NAN'].map((name): [string, number] => [name, NaN]),
]);

const integerOf = (text: string): bigint => {
  if (text.length > MAX_DIGITS) {
    throw new TooComplexError(`it holds a number of more than ${MAX_DIGITS} digits`);
  }
  const value = BigInt(text.replace(/^[-+]/, '').toLowerCase());
  return text.startsWith('-') ? -value : value;
};

/** Ruby's `Float`: an underscore may separate two digits. */
const floatOf = (text: string): number => {
  if (/(?<!\d)_|_(?!\d)/.test(text)) throw new ScalarError(`"${text}" is not a number`);
  return Number(text.replaceAll('_', ''));
};

/** A sexagesimal number. As in Ruby, a minus counts for the first part, and again for the whole. */
const inSixties = (text: string): number => {
  const [whole = '', fraction = ''] = text.split('.');
  const value = whole
    .split(':')
    .map(floatOf)
    .reduceRight((sum, part, index, all) => sum + part * 60 ** (all.length - 1 - index), 0);
  const sum = fraction === '' ? value : value + floatOf(`.${fraction}`);
  return text.startsWith('-') ? -sum : sum;
};

/** Null for what is neither a date nor a time; a day that does not exist stays a text. */
const resolveTime = (text: string): RubyValue => {
  const day = DAY.exec(text);
  if (day) {
    const [year, month, date] = day.slice(1).map(Number) as [number, number, number];
    return daysFromDate(year, month, date) === null ? text : new RubyDate(text);
  }
  const parts = TIME.exec(text);
  if (!parts) return null;
  const [year, month, date, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const isMidnight = hour === 24 && minute === 0 && second === 0;
  const days = daysFromDate(year, month, date);
  if (days === null || minute > 59 || second > 60 || (hour > 23 && !isMidnight)) {
    return text;
  }
  // `DateTime` knows no leap seconds.
  const clock = hour * 3600 + minute * 60 + Math.min(second, 59);
  const seconds = days * 86_400 + clock;
  const [sign, hours, minutes] = [parts[7], Number(parts[8] ?? 0), Number(parts[9] ?? 0)];
  if (sign === undefined) return new RubyTime(seconds, text.endsWith('Z') ? 0 : 'none');
  const offset = (sign === '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
  return new RubyTime(seconds - offset, offset);
};
