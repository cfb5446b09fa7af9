import type { Connection } from './connection';

/** What Knex hands to the work of a transaction. */
interface Transactor {
  commit(value?: unknown): Promise<unknown>;
  /** Settled as the transaction is, once that is known. */
  readonly executionPromise: Promise<unknown>;
}

/** The client of one transaction: it has one connection, and no pool. */
interface TransactionClient<Own extends object> {
  /** Tells who listens of a statement, and sends it. */
  query(connection: Own, statement: unknown): Promise<unknown>;
  /** Hands a statement to the driver, and nothing else. */
  _query(connection: Own, statement: unknown): Promise<unknown>;
  stream(connection: Own, ...given: readonly unknown[]): Promise<unknown>;
  /** Makes one within it. */
  transaction: BeginTransaction<Own>;
}

/** A transaction of Knex's, which does nothing before the turn in which it was made is over. */
export interface KnexTransaction<Own extends object> {
  trxClient?: TransactionClient<Own>;
  readonly isolationLevel?: string;
  readonly readOnly?: boolean;
  begin(connection: Own): Promise<unknown>;
  acquireConnection(config: unknown, use: (connection: Own) => Promise<unknown>): Promise<unknown>;
}

type BeginTransaction<Own extends object> = (
  container: (trx: Transactor) => unknown,
  config?: unknown,
  outer?: unknown
) => KnexTransaction<Own>;

/** What runs one statement outside any transaction. */
interface KnexRunner {
  run(): Promise<unknown>;
  /** Sends it by the connection that it was given. */
  query(statement: object): Promise<unknown>;
}

/**
 * The part of Knex's client that is used here; transactions and savepoints have clients of their
 * own, which hand out their one connection.
 *
 * @typeParam Own the driver's connections
 */
export interface KnexClient<Own extends object = object> {
  transaction: BeginTransaction<Own>;
  runner(builder: unknown): KnexRunner;
  acquireConnection(): Promise<Own>;
  /** The connection that writes, whoever asks; where others only read. */
  acquireWriter?: () => Promise<Own>;
  /** Within a transaction it does nothing: the connection is the transaction's until its end. */
  releaseConnection(connection: Own): Promise<void>;
  /** Writes a statement's places for values as its database does. */
  positionBindings(sql: string): string;
  /** Hands a statement to the driver, and nothing else. */
  _query(connection: Own, statement: object): Promise<{ readonly response: unknown }>;
  /** Tells who listens of a statement. */
  emit(event: 'query', statement: object): boolean;
}

/** The client of a connection or a transaction; its caller knows which driver it has. */
export const clientOf = <Own extends object = object>(connection: Connection): KnexClient<Own> =>
  connection.client;
