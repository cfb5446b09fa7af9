import type { Core } from '@strapi/strapi';

import type { KnexClient } from '../client';

/** The connection that a transaction's statements have to go through. */
export type Transaction = Parameters<Parameters<Core.Strapi['db']['transaction']>[0]>[0]['trx'];

/** All that differs between databases here. */
export interface Engine {
  /** Guards what goes through the client. Called once, before any traffic. */
  guard(client: KnexClient): void;
  /** Makes what locks need. Called when the schema is there. */
  prepare(strapi: Core.Strapi): Promise<void>;
  /**
   * Holds names until the transaction ends; others who ask for one of them wait, in any process.
   *
   * @param keys SHA-256 hashes of the names, sorted, so that no two wait for each other
   */
  lock(strapi: Core.Strapi, trx: Transaction, keys: readonly Buffer[]): Promise<void>;
}
