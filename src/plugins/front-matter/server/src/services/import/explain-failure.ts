import { findFailure } from 'strapi-plugin-kit/database';

/** The database has failed, for a reason outside of the import. What came before is kept. */
export class DatabaseFailure extends Error {
  constructor(what: string, cause: unknown) {
    super(
      `${what} The batch in hand was undone and what came before it is kept: run the same command again, and it goes on from there.`,
      { cause }
    );
    this.name = 'DatabaseFailure';
  }
}

/** Says in words what a database's failure comes to; any other error is handed back. */
export const explainFailure = (error: unknown): unknown => {
  if (error instanceof DatabaseFailure) return error;
  const failure = findFailure(error);
  if (failure === null) return error;
  const what =
    failure.kind === 'full'
      ? "The database's disk is full. Free some space."
      : `The database has gone away (${failure.said}). See that it is up.`;
  return new DatabaseFailure(what, error);
};
