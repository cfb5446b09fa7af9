import {
  type Database,
  readWith,
  retryTransaction,
  transact,
} from '../../../../../src/kit/src/database';

const deadlock = () => Object.assign(new Error('Deadlock found'), { code: 'ER_LOCK_DEADLOCK' });

/** A database that only counts the transactions that are asked of it. */
const database = (isWithin: boolean) => {
  const begun: string[] = [];
  const db = {
    connection: 'its own',
    inTransaction: () => isWithin,
    async transaction<Result>(work: (tools: { trx: string }) => Promise<Result>) {
      begun.push(isWithin ? 'joined' : 'own');
      return work({ trx: 'a transaction' });
    },
  };
  return { begun, db: db as unknown as Database };
};

/** Fails once. */
const unlucky = () => {
  let attempts = 0;
  return async (trx: unknown) => {
    attempts += 1;
    if (attempts === 1) throw deadlock();
    return trx;
  };
};

describe('work in a transaction', () => {
  it('is done once, in the caller’s or in its own', async () => {
    for (const isWithin of [true, false]) {
      const { db, begun } = database(isWithin);
      await expect(transact(db, unlucky())).rejects.toThrow('Deadlock');
      expect(begun).toEqual([isWithin ? 'joined' : 'own']);
    }
  });

  it('is tried again where that is asked for and the transaction is its own', async () => {
    const { db, begun } = database(false);
    expect(await retryTransaction(db, unlucky())).toBe('a transaction');
    expect(begun).toEqual(['own', 'own']);
    const within = database(true);
    await expect(retryTransaction(within.db, unlucky())).rejects.toThrow('Deadlock');
    expect(within.begun).toEqual(['joined']);
  });

  it('begins none to read, and reads in the caller’s', async () => {
    const outside = database(false);
    expect(await readWith(outside.db, async (connection) => connection)).toBe('its own');
    expect(outside.begun).toEqual([]);
    const within = database(true);
    expect(await readWith(within.db, async (connection) => connection)).toBe('a transaction');
  });
});
