import { findFailure } from 'strapi-plugin-kit/database';

/** The database has failed for a reason outside of the run. What came before is kept. */
class DatabaseFailure extends Error {
  constructor(what: string, cause: unknown) {
    super(
      `${what} The current batch was undone and what came before it is kept: run the same command again, and it goes on from there.`,
      { cause }
    );
    this.name = 'DatabaseFailure';
  }
}

/**
 * Turns an error of a database that is full or gone into one that says what to do; any other error
 * is returned as it is.
 */
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
