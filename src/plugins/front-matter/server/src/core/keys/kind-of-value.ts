import { fitValue } from '../fit/fit-value';
import type { JsonValue } from '../post';
import type { ValueKind } from './key-counts';

const DATE = /^\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d|$)/;

const isDate = (text: string): boolean =>
  DATE.test(text) && fitValue(text, '', { kind: 'date', maxLength: null, values: null }).ok;

/** What a value is. A text that an attribute of dates can hold is a date. */
export const kindOfValue = (value: JsonValue): ValueKind => {
  if (value === null) return 'empty';
  switch (typeof value) {
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'string':
      return isDate(value) ? 'date' : 'text';
    default:
      return Array.isArray(value) ? 'list' : 'map';
  }
};
