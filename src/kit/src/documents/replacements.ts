import type { Core } from '@strapi/strapi';

import type { Transaction } from '../database';

/** One document takes the place of another of its type, which is about to be deleted. */
export interface Replacement {
  readonly uid: string;
  readonly from: string;
  readonly to: string;
}

type Hear = (replacement: Replacement, trx: Transaction) => Promise<void>;

const HEARERS = Symbol.for('strapi-plugin-kit.replacements');

/** Of all copies of this package. */
const hearersOf = (strapi: Core.Strapi): Hear[] => {
  const site = strapi as Core.Strapi & { [HEARERS]?: Hear[] };
  return (site[HEARERS] ??= []);
};

/**
 * Hears of documents that take the place of others: for whoever keeps documents' ids, and has to let what belonged to
 * one belong to the other from then on.
 *
 * @param hear called within the transaction that deletes the other
 */
export const onReplaced = (strapi: Core.Strapi, hear: Hear): void => {
  hearersOf(strapi).push(hear);
};

/** Tells all who keep documents' ids. */
export const tellReplaced = async (
  strapi: Core.Strapi,
  trx: Transaction,
  replacement: Replacement
): Promise<void> => {
  for (const hear of hearersOf(strapi)) await hear(replacement, trx);
};
