import type { Core } from '@strapi/strapi';

type Callback = Parameters<Core.Strapi['db']['transaction']>[0];

/** The connection that a transaction's raw statements have to go through. */
export type Transaction = Parameters<Callback>[0]['trx'];
