import type { Database } from '../../connections/connection';
import { rowsOf } from '../../rows/rows-of';

const ASKED = 'select current_setting(?) as level';

/**
 * Tells whether each statement of a transaction sees what is committed when it is sent, which is so unless somebody
 * has set the server, the database or the role otherwise. It asks at the first call, and says no until it is answered.
 */
export const watchIsolation = (db: Database): (() => boolean) => {
  let level: string | null = null;
  const ask = async (): Promise<void> => {
    level = '';
    const rows = rowsOf<{ readonly level: string }>(
      await db.connection.raw(ASKED, ['default_transaction_isolation'])
    );
    level = rows[0]?.level ?? '';
  };
  return () => {
    if (level === null) {
      void ask().catch(() => {
        level = null;
      });
    }
    return level === 'read committed';
  };
};
