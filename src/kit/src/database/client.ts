import type { Core } from '@strapi/strapi';

/** A connection of a driver's own. */
export interface Connection {
  /** SQLite's driver only. */
  pragma?(statement: string): unknown;
  prepare?(sql: string): { run(): unknown };
}

/** What Knex hands to whoever begins a transaction. */
export interface Transactor {
  commit(value?: unknown): Promise<unknown>;
  /** Settled as the transaction is, once that is known. */
  readonly executionPromise: Promise<unknown>;
}

/** The client of one transaction: it has one connection, and no pool. */
export interface TransactionClient {
  _query(connection: Connection, statement: unknown): Promise<unknown>;
}

/** A transaction of Knex's, which does nothing before the turn in which it was made is over. */
export interface KnexTransaction {
  trxClient?: TransactionClient;
  begin(connection: Connection): Promise<unknown>;
  acquireConnection(
    config: unknown,
    use: (connection: Connection) => Promise<unknown>
  ): Promise<unknown>;
}

export type BeginTransaction = (
  container: (trx: Transactor) => unknown,
  config?: unknown,
  outer?: unknown
) => KnexTransaction;

/** What runs one statement outside any transaction. */
export interface Runner {
  run(): Promise<unknown>;
}

/** The part of Knex's client that is guarded here; transactions and savepoints have clients of their own. */
export interface KnexClient {
  transaction: BeginTransaction;
  runner(builder: unknown): Runner;
  acquireConnection(): Promise<Connection>;
  releaseConnection(connection: Connection): Promise<void>;
  /** Tells who listens of a statement. */
  emit(event: 'query', statement: object): boolean;
}

export const clientOf = (strapi: Core.Strapi): KnexClient =>
  strapi.db.connection.client as KnexClient;
