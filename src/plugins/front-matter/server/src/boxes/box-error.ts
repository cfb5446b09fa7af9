import { printable } from 'strapi-plugin-kit/cli';

import { type BoxErrorCode, type RefusalKey, REFUSALS, type RefusalValues } from './refusals';

/** Why a box is refused: it says so in English, and can be said in other languages by key and values. */
export interface BoxRefusal {
  readonly key: RefusalKey;
  readonly values: RefusalValues;
}

const fill = (text: string, values: RefusalValues): string =>
  text.replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''));

/** A box that is not unpacked. The message is for whoever uploaded it: what, which entry, what to do. */
export class BoxError extends Error implements BoxRefusal {
  override readonly name = 'BoxError';
  readonly code: BoxErrorCode;
  constructor(
    readonly key: RefusalKey,
    readonly values: RefusalValues = {},
    options?: ErrorOptions
  ) {
    const [code, text] = REFUSALS[key];
    super(fill(text, values), options);
    this.code = code;
  }
}

/** Characters of an entry's name in a message. */
const MAX_SHOWN = 120;

/** An entry's name in quotes, shortened; nothing in it acts on a terminal or a page. */
export const shownName = (name: string): string => {
  const line = printable(name.slice(0, MAX_SHOWN));
  return `"${name.length > MAX_SHOWN ? `${line}…` : line}"`;
};
