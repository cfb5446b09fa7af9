import { type Issue, issueOf } from '../issue';
import type { IssueCode } from '../issue-codes';
import type { JsonValue } from '../post';

/** What an attribute can hold. */
export interface Shape {
  readonly kind: 'text' | 'json' | 'number' | 'boolean' | 'datetime' | 'date';
  /** In characters; null where there is no limit. */
  readonly maxLength: number | null;
  /** The values of an enumeration; null where any is allowed. */
  readonly values: readonly string[] | null;
}

export type Fit =
  { readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly issue: Issue };

const unfit = (attribute: string, code: IssueCode, message: string): Fit => ({
  ok: false,
  issue: issueOf(code, { message, field: attribute }),
});

/** NUL cannot be stored in PostgreSQL, and half a surrogate pair in no database. */
const isStorableText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Every database stores four-digit years, and every date format writes them. */
const OLDEST = Date.UTC(1000, 0, 1);
const NEWEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Whether every database can store a value. */
export const isStorable = (value: JsonValue): boolean => {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorableText(key) && isStorable(inner));
};

const fitText = (value: JsonValue, attribute: string, shape: Shape): Fit => {
  if (typeof value === 'object') {
    return unfit(
      attribute,
      'VALUE_INVALID',
      `"${attribute}" has to be a text and is a list or a map. Write one value.`
    );
  }
  const text = String(value);
  if (shape.maxLength !== null && [...text].length > shape.maxLength) {
    return unfit(
      attribute,
      'VALUE_TOO_LONG',
      `"${attribute}" is longer than ${shape.maxLength} characters. Shorten it, or make the attribute a long text.`
    );
  }
  if (shape.values !== null && !shape.values.includes(text)) {
    return unfit(
      attribute,
      'VALUE_INVALID',
      `"${attribute}" is none of ${shape.values.join(', ')} ("${text}").`
    );
  }
  return { ok: true, value: text };
};

const fitDate = (value: JsonValue, attribute: string, kind: 'date' | 'datetime'): Fit => {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time) || time < OLDEST || time > NEWEST) {
    return unfit(
      attribute,
      'VALUE_INVALID',
      `"${attribute}" is not a date between the years 1000 and 9999.`
    );
  }
  const iso = new Date(time).toISOString();
  return { ok: true, value: kind === 'date' ? iso.slice(0, 10) : iso };
};

/**
 * Fits a value to an attribute, so that the database does not refuse it later, which would fail the
 * batch of the file. Codes: VALUE_INVALID, VALUE_TOO_LONG, VALUE_NOT_STORABLE.
 */
export const fitValue = (value: JsonValue, attribute: string, shape: Shape): Fit => {
  if (value === null) return { ok: true, value };
  if (!isStorable(value)) {
    return unfit(
      attribute,
      'VALUE_NOT_STORABLE',
      `"${attribute}" holds a NUL or half of a character, which databases cannot store. Remove it from the file.`
    );
  }
  switch (shape.kind) {
    case 'json':
      return { ok: true, value };
    case 'text':
      return fitText(value, attribute, shape);
    case 'datetime':
    case 'date':
      return fitDate(value, attribute, shape.kind);
    case 'number':
    case 'boolean':
      return typeof value === shape.kind
        ? { ok: true, value }
        : unfit(attribute, 'VALUE_INVALID', `"${attribute}" has to be a ${shape.kind}.`);
  }
};
