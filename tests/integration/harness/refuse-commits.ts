import type { Core } from '@strapi/strapi';

/**
 * Makes PostgreSQL refuse, at COMMIT and no sooner, every transaction that has written to a table.
 *
 * @param condition - what a new row must be like to be refused; any is where it is left out
 * @returns what lets them pass again
 */
export const refuseCommits = async (
  { db }: Core.Strapi,
  uid: string,
  condition?: string
): Promise<() => Promise<void>> => {
  const { tableName } = db.metadata.get(uid);
  const events = condition === undefined ? 'insert or update or delete' : 'insert or update';
  await db.connection.raw(`
    create or replace function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'The commit was refused'; end $$;
    create constraint trigger refusal after ${events} on ${tableName}
      deferrable initially deferred for each row
      ${condition === undefined ? '' : `when (${condition})`} execute function refuse()`);
  return async () => {
    await db.connection.raw(`drop trigger refusal on ${tableName}`);
  };
};
