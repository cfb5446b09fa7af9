import { askTogether } from '../../connections/ask-together';
import { askByOwnConnection } from '../../connections/own-connection';
import type { Database } from '../../connections/connection';
import type { Reader } from '../../connections/reader';

/**
 * A snapshot names the transactions that are under way and the first that has not begun
 * (https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-PG-SNAPSHOT). One that commits was
 * either of the former, and is none any more, or was not even begun: the same snapshot twice means that
 * none has committed in between.
 */
const SNAPSHOT = 'select pg_current_snapshot()::text';

/** Tells of what was committed by the server's snapshots. */
export const watchMoments = (db: Database): Reader['moment'] => {
  const ask = askByOwnConnection(db, SNAPSHOT);
  return askTogether(async () => {
    const [row] = await ask().catch(() => []);
    return row === undefined ? null : String(row[0]);
  });
};
