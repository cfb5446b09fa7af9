import type { Core } from '@strapi/strapi';

export interface Refusal {
  /** What a new row must be like for its transaction to be refused; any is where this is left out. */
  readonly when?: string;
  /** The error's SQLSTATE. */
  readonly code?: string;
  /** Refuses the first transaction alone. */
  readonly once?: boolean;
}

/**
 * Does work while PostgreSQL refuses, at COMMIT and no sooner, every transaction that writes to the
 * table of a content type.
 */
export const whileRefused = async (
  { db }: Core.Strapi,
  uid: string,
  work: () => Promise<void>,
  { when, code = 'P0001', once = false }: Refusal = {}
): Promise<void> => {
  const { tableName } = db.metadata.get(uid);
  await db.connection.raw(`
    create sequence refusals;
    create function refuse() returns trigger language plpgsql as $$ begin
      if nextval('refusals') = 1 or ${String(!once)} then
        raise exception 'The commit was refused' using errcode = '${code}';
      end if;
      return null;
    end $$;
    create constraint trigger refusal
      after insert or update ${when === undefined ? 'or delete' : ''} on ${tableName}
      deferrable initially deferred for each row
      ${when === undefined ? '' : `when (${when})`} execute function refuse()`);
  try {
    await work();
  } finally {
    await db.connection.raw(
      `drop trigger refusal on ${tableName}; drop function refuse; drop sequence refusals`
    );
  }
};
