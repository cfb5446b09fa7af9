/** Makes of a column's value, null apart, what Strapi's answers say. */
export type Convert = (value: unknown) => unknown;

const same: Convert = (value) => value;

const timeOf = (value: unknown): number =>
  value instanceof Date ? value.getTime() : new Date(value as string | number).getTime();

const json: Convert = (value) => {
  if (typeof value !== 'string') return value;
  try {
    const parsed: unknown = JSON.parse(value);
    // Strapi 5 once wrote texts of JSON into texts of JSON.
    return typeof parsed === 'string' ? JSON.parse(parsed) : parsed;
  } catch {
    return value;
  }
};

/** By an attribute's type, as the fields of `@strapi/database` read what they have written. */
const CONVERTS: Readonly<Record<string, Convert>> = {
  increments: same,
  email: String,
  string: String,
  uid: String,
  richtext: String,
  text: String,
  enumeration: String,
  date: same,
  time: same,
  integer: Number,
  float: Number,
  decimal: Number,
  biginteger: String,
  datetime: (value) => {
    const time = timeOf(value);
    return Number.isNaN(time) ? null : new Date(time).toISOString();
  },
  timestamp: (value) => {
    const time = timeOf(value);
    return Number.isNaN(time) ? null : String(time);
  },
  boolean: (value) => {
    if (typeof value === 'boolean') return value;
    const text = String(value);
    return text === '1' ? true : text === '0' ? false : null;
  },
  json,
  blocks: json,
};

/** How values of an attribute's type are read; null for a type that answers never have, or not as it is. */
export const convertOf = (type: string): Convert | null =>
  Object.hasOwn(CONVERTS, type) ? (CONVERTS[type] ?? null) : null;
