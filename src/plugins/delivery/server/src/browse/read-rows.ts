import type { Core } from '@strapi/strapi';
import type { ColumnValue } from 'strapi-plugin-kit/database';

import { siteReader } from './site-reader';

/** A text with the values of its question marks. */
export interface Text {
  readonly sql: string;
  readonly values: readonly ColumnValue[];
}

/** Puts texts and the values of their question marks together. */
export const sql = (parts: TemplateStringsArray, ...given: readonly (Text | string)[]): Text => ({
  sql: parts.reduce((text, part, index) => {
    const before = given[index - 1] ?? '';
    return `${text}${typeof before === 'string' ? before : before.sql}${part}`;
  }),
  values: given.flatMap((part) => (typeof part === 'string' ? [] : part.values)),
});

/** A value in the place of a question mark. */
export const value = (given: ColumnValue): Text => ({ sql: '?', values: [given] });

/** Texts in a row. */
export const joined = (texts: readonly Text[], separator: string): Text => ({
  sql: texts.map((text) => text.sql).join(separator),
  values: texts.flatMap(({ values }) => values),
});

type Rows = readonly (readonly unknown[])[];

/** The rows of a query. */
export const readRows = async (strapi: Core.Strapi, text: Text): Promise<Rows> =>
  (await siteReader(strapi)).rows(text.sql, text.values);

/** Those of a query that reads few rows, by an index, though its text does not tell. */
export const readFewRows = async (strapi: Core.Strapi, text: Text): Promise<Rows> =>
  (await siteReader(strapi)).fewRows(text.sql, text.values);
