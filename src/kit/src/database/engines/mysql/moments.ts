import { askTogether } from '../../connections/ask-together';
import { askByOwnConnection } from '../../connections/own-connection';
import type { Database } from '../../connections/connection';
import type { Reader } from '../../connections/reader';

/**
 * The counter that InnoDB of MariaDB takes a transaction's number from, both when it first writes and when it
 * commits (https://mariadb.com/kb/en/innodb-status-variables/#innodb_max_trx_id). MySQL does not show it.
 */
const COUNTER = "show global status like 'Innodb_max_trx_id'";

/**
 * The number is taken a moment before others see what was committed. So two counters are the same moment only when
 * they have been the same for a while, in milliseconds.
 */
const SETTLED = 1000;

/** Tells of what was committed by the server's counter of transactions. */
export const watchMoments = (db: Database): Reader['moment'] => {
  const ask = askByOwnConnection(db, COUNTER);
  let counter: string | null = null;
  let since = 0;
  let asked = 0;
  return askTogether(async () => {
    const [row] = await ask().catch(() => []);
    if (row === undefined) return null;
    const now = String(row[1]);
    if (now !== counter) {
      counter = now;
      since = performance.now();
    }
    asked += 1;
    return performance.now() - since >= SETTLED ? now : `${now} ${asked}`;
  });
};
