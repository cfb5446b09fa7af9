import type { KnexTransaction } from '../../connections/knex-client';

/** A statement on its way to the driver. */
interface Statement {
  readonly sql: string;
  /** How Knex made it; left out for what was written by hand. */
  readonly method?: string;
}

const READS: ReadonlySet<string | undefined> = new Set(['select', 'first', 'pluck']);

/** What a transaction is needed for though it only reads, by words that other statements may have, too. */
const NEEDS_TRANSACTION = /\b(?:for|lock|set_config)\b|advisory/iu;

const onlyReads = ({ sql, method }: Statement): boolean =>
  READS.has(method) && /^select\b/iu.test(sql) && !NEEDS_TRANSACTION.test(sql);

const BEGIN = 'BEGIN;';

const ends = ({ sql }: Statement): boolean => sql === 'COMMIT;' || sql === 'ROLLBACK';

/**
 * Has a transaction begin at its first statement that needs one, and never where there is none: Strapi reads
 * documents in transactions, which takes two more ways to the server and back than what is read. To be used only
 * where each statement sees what is committed when it is sent: there it is the same for those who read.
 */
export const beginLate = <Own extends object>(transaction: KnexTransaction<Own>): void => {
  const begin = transaction.begin.bind(transaction);
  transaction.begin = async (connection) => {
    const { trxClient, isolationLevel, readOnly } = transaction;
    if (trxClient === undefined || isolationLevel !== undefined || readOnly === true) {
      return begin(connection);
    }
    let begun: Promise<unknown> | null = null;
    const beginNow = (): Promise<unknown> => (begun ??= trxClient.query(connection, BEGIN));

    const send = trxClient._query.bind(trxClient);
    trxClient._query = async (own, statement) => {
      const asked = statement as Statement;
      if (asked.sql === BEGIN) return send(own, statement);
      if (begun === null && onlyReads(asked)) return send(own, statement);
      // There is nothing to be ended.
      if (begun === null && ends(asked)) return statement;
      await beginNow();
      return send(own, statement);
    };
    const stream = trxClient.stream.bind(trxClient);
    trxClient.stream = async (...given) => {
      await beginNow();
      return stream(...given);
    };
    const nest = trxClient.transaction.bind(trxClient);
    trxClient.transaction = (...given) => {
      const nested = nest(...given);
      const acquire = nested.acquireConnection.bind(nested);
      nested.acquireConnection = async (config, use) => {
        await beginNow();
        return acquire(config, use);
      };
      return nested;
    };
    return undefined;
  };
};
