import type { DatabaseKind, TestDatabase } from '../databases';

const variableOf = ({ name }: DatabaseKind): string => `TEST_STARTED_${name.toUpperCase()}`;

/** Tells the processes that this one starts of a database that the application was started on. */
export const offerStarted = (kind: DatabaseKind, { environment }: TestDatabase): void => {
  process.env[variableOf(kind)] = JSON.stringify(environment);
};

/** Makes a database in which the application has been started once, and nothing else done. */
export const startedDatabase = (kind: DatabaseKind): Promise<TestDatabase> => {
  const environment = JSON.parse(process.env[variableOf(kind)] ?? '{}') as Record<string, string>;
  return kind.copy({ environment, drop: async () => undefined });
};
