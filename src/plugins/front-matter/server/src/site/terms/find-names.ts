import type { Core } from '@strapi/strapi';

import type { TargetTerms } from '../target';
import { loadTermRows } from './load-terms';

/**
 * Finds terms by exact name. A database may take upper and lower case for one, so every answer of
 * it is compared again here.
 *
 * @returns document ids by value
 */
export const findNames = async (
  strapi: Core.Strapi,
  terms: TargetTerms,
  values: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const { name } = terms;
  const rows = await loadTermRows(strapi, terms, { [name.name]: { $in: values } });
  const idOf = (value: string) => rows.find((row) => row[name.name] === value)?.documentId;
  return new Map(
    values.flatMap((value) => {
      const id = idOf(value);
      return id === undefined ? [] : [[value, id] as const];
    })
  );
};
