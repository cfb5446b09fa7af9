import { markup, type Html } from '../core/previews/html';
import { messages } from '../messages';

/** How values are written. */
export interface Writing {
  /** A language that messages are in. */
  readonly language: string;
  /** The time zone of dates; undefined for that of the server. */
  readonly zone: string | undefined;
}

const ADDRESS = /^https?:\/\/\S+$/iu;

/** Whether a text is an address of the web and nothing else. */
export const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && ADDRESS.test(value) && URL.canParse(value);

const DAY = { year: 'numeric', month: 'long', day: 'numeric' } as const;

/** A moment, to the minute, with its zone. */
export const showMoment = (moment: Date, { language, zone }: Writing): Html => {
  const shown = new Intl.DateTimeFormat(language, {
    ...{ ...DAY, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
    timeZone: zone,
  }).format(moment);
  return markup`<time datetime="${moment.toISOString()}">${shown}</time>`;
};

const showDay = (day: Date, { language }: Writing): Html => {
  const shown = new Intl.DateTimeFormat(language, { ...DAY, timeZone: 'UTC' }).format(day);
  return markup`<time datetime="${day.toISOString().slice(0, 10)}">${shown}</time>`;
};

const MOMENTS = new Set(['datetime', 'timestamp']);
const NUMBERS = new Set(['integer', 'decimal', 'float']);
const TEXTS = new Set(['string', 'text', 'uid', 'email', 'enumeration', 'biginteger']);

/** Whether an attribute says when something is. */
export const isTime = (type: string): boolean =>
  MOMENTS.has(type) || type === 'date' || type === 'time';

/** A value that is one line; null for one that is not, or has nothing to show. */
export const showValue = (type: string, value: unknown, writing: Writing): Html | null => {
  const { language } = writing;
  if (type === 'boolean') return markup`${messages.in(language, value === true ? 'yes' : 'no')}`;
  if (NUMBERS.has(type)) return markup`${new Intl.NumberFormat(language).format(Number(value))}`;
  if (MOMENTS.has(type) || type === 'date') {
    const moment = new Date(value as string);
    if (Number.isNaN(moment.getTime())) return null;
    return type === 'date' ? showDay(moment, writing) : showMoment(moment, writing);
  }
  if (type === 'time') return markup`${String(value).slice(0, 5)}`;
  if (!TEXTS.has(type)) return null;
  if (!isAddress(value)) return markup`${String(value)}`;
  return markup`<a href="${value}" target="_blank" rel="noopener noreferrer">${value}</a>`;
};
