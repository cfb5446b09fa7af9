import { findFailure, isRefused } from '../../database';

/** Where an application's database is, by its configuration; a file has no host. */
export interface Address {
  readonly host?: unknown;
  readonly port?: unknown;
  readonly filename?: unknown;
}

const placeOf = ({ host, port, filename }: Address): string => {
  const place = [host, port].filter((part) => part !== undefined).join(':');
  return place === '' ? String(filename ?? 'its place') : place;
};

const SETTINGS = 'config/database, or what it reads from the environment and .env';

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** A driver for another Node cannot be loaded; what Node says of that takes four lines. */
const isForOtherNode = (error: Error): boolean =>
  codeOf(error) === 'ERR_DLOPEN_FAILED' || error.message.includes('NODE_MODULE_VERSION');

const moduleIn = (message: string): string =>
  /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/](?!.*[\\/]node_modules[\\/])/u
    .exec(message)?.[1]
    ?.replaceAll('\\', '/') ?? 'better-sqlite3';

/**
 * Says in a sentence why an application did not boot, and what to do, where that is one of the usual reasons: its
 * database does not answer or lets nobody in, or a driver was compiled for another Node. Any other error stays.
 */
export const explainFailure = (error: unknown, address: Address): unknown => {
  if (!(error instanceof Error)) return error;
  if (isForOtherNode(error)) {
    return new Error(
      `${moduleIn(error.message)} was compiled for another Node than this one (${process.version}). Run "npm rebuild ${moduleIn(error.message)}", or use the Node that it was installed with.`,
      { cause: error }
    );
  }
  if (isRefused(error)) {
    return new Error(`The database refuses: ${error.message}. Correct ${SETTINGS}.`, {
      cause: error,
    });
  }
  const failure = findFailure(error);
  if (failure?.kind !== 'gone') return error;
  return new Error(
    `The database at ${placeOf(address)} does not answer (${failure.said}). Start it, or correct ${SETTINGS}.`,
    { cause: error }
  );
};
