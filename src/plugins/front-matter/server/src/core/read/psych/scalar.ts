import { isDay, secondsFromCivil, timeIsInRange } from './civil-time';
import { TooComplexError } from './measure';
import { RubyDate, RubySymbol, RubyTime, type RubyValue } from './value';

/** A scalar that Psych starts to convert and then gives up on, losing the whole document. */
export class ScalarError extends Error {
  override readonly name = 'ScalarError';
}

const STRING_START = /^[^\d.:-]?[\p{Alphabetic}_\s!@#$%^&*(){}<>|/\\~;=]+/mu;
const TIME =
  /^-?\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:\s*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$/;
const DATE = /^(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)$/;
const SEXAGESIMAL_INTEGER = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}$/;
const SEXAGESIMAL_FLOAT = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}\.[0-9_]*$/;
const FLOAT = /^[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?$/;
const INTEGER =
  /^(?:[-+]?0b[0-1_,]+|[-+]?0[0-7_,]+|[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)|[-+]?0x[0-9a-fA-F_,]+)$/;

/**
 * The value of a plain scalar by Psych's rules, which are those of YAML 1.1 and some of its own
 * (`ScalarScanner#tokenize`, psych 5.1): `yes` is true, `0123` is 83, `1,000` is 1000, `12:30` is
 * 45000, `:x` is a symbol.
 *
 * @throws ScalarError where Psych raises
 */
export function resolveScalar(text: string): RubyValue {
  if (text === '') return null;
  if (STRING_START.test(text) || text.includes('\n')) return resolveWord(text);
  if (TIME.test(text)) return resolveTime(text) ?? text;
  const day = DATE.exec(text);
  if (day) return resolveDay(day) ?? text;
  if (/^\+?\.inf$/i.test(text)) return Infinity;
  if (/^-\.inf$/i.test(text)) return -Infinity;
  if (/^\.nan$/i.test(text)) return NaN;
  if (/^:./.test(text)) return resolveSymbol(text);
  if (SEXAGESIMAL_INTEGER.test(text)) return BigInt(inSixties(text, (part) => Math.trunc(part)));
  if (SEXAGESIMAL_FLOAT.test(text)) return inSixties(text, (part) => part);
  if (FLOAT.test(text)) return resolveFloat(text);
  if (INTEGER.test(text)) return resolveInteger(text);
  return text;
}

function resolveWord(text: string): RubyValue {
  if ([...text].length > 5 || /^[^ytonf~]/im.test(text)) return text;
  if (text === '~' || /^null$/im.test(text)) return null;
  if (/^(?:yes|true|on)$/im.test(text)) return true;
  if (/^(?:no|false|off)$/im.test(text)) return false;
  return text;
}

function resolveTime(text: string): RubyTime | null {
  const parts =
    /^(-?\d{4})-(\d{1,2})-(\d{1,2})[ Tt]\s*(\d+):(\d+):(\d+)(?:\.\d*)?\s*(Z|[-+]\d+(?::\d\d)?)?/.exec(
      text
    );
  // Ruby splits at the first blank or T; with only a tab there it fails on a missing half.
  if (!parts) throw new ScalarError(`"${text}" has no blank between its date and its time`);
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!timeIsInRange(month, day, hour, minute, second)) return null;
  const seconds = secondsFromCivil(year, month, day, hour, minute, second);
  const zone = parts[7];
  if (zone === undefined) return new RubyTime(seconds, 'none');
  if (zone === 'Z') return new RubyTime(seconds, 'utc');
  const offset = offsetOf(zone);
  if (Math.abs(offset) >= 86_400) return null;
  const carries = hour * 3600 + minute * 60 + second - offset >= 86_400;
  const wraps = carries && day === 31 && !isDay(year, month, day);
  return new RubyTime(seconds - offset - (wraps ? WRAPPED : 0), offset);
}

/** Ruby counts a 31st that a zone carries on in five bits, where 32 is 0. */
const WRAPPED = 32 * 86_400;

/** Psych's own reading of a zone: `+830` is 83 hours, and `-00:30` is ahead of UTC. */
function offsetOf(zone: string): number {
  const parts = /^([+-]?\d{1,2}):?(\d{1,2})?$/.exec(zone);
  const hours = Number(parts?.[1] ?? 0);
  const minutes = Number(parts?.[2] ?? 0);
  return hours * 3600 + (hours < 0 ? -minutes : minutes) * 60;
}

function resolveDay(parts: RegExpExecArray): RubyDate | null {
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (!isDay(year, month, day)) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return new RubyDate(`${parts[1]}-${two(month)}-${two(day)}`);
}

function resolveSymbol(text: string): RubySymbol {
  const quoted = /^:(["'])(.*)\1/.exec(text);
  return new RubySymbol((quoted?.[2] ?? text).replace(/^:/, ''));
}

function inSixties(text: string, number: (part: number) => number): number {
  return text
    .split(':')
    .map((part) => number(Number(part.replaceAll('_', ''))))
    .reduce((sum, part, index) => sum + part * 60 ** Math.abs(index - 2), 0);
}

function resolveFloat(text: string): RubyValue {
  if (/^[-+]?\.$/.test(text)) return text;
  const digits = text.replace(/[,_]/g, '').replace(/\.(?=[Ee]|$)/, '');
  const value = /\d/.test(
    digits[0] === '-' || digits[0] === '+' ? digits.slice(1, 3) : digits.slice(0, 2)
  )
    ? Number(digits)
    : NaN;
  if (Number.isNaN(value)) throw new ScalarError(`"${text}" is not a number`);
  return value;
}

/** Reading and writing a number takes more than its length: this many digits no number has. */
const MAX_DIGITS = 1_000;

function resolveInteger(text: string): bigint {
  const digits = text.replace(/[,_]/g, '');
  if (digits.length > MAX_DIGITS) {
    throw new TooComplexError(`it holds a number of more than ${MAX_DIGITS} digits`);
  }
  const negative = digits.startsWith('-');
  const body = digits.replace(/^[-+]/, '');
  const octal = /^0[0-7]+$/.test(body) ? `0o${body.slice(1)}` : body;
  if (/^0[bx]$/.test(octal)) throw new ScalarError(`"${text}" is not a number`);
  const value = BigInt(octal);
  return negative ? -value : value;
}
