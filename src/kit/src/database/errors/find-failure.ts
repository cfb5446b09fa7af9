import { ENGINES } from '../engines/list';

const ALL = Object.values(ENGINES).map(({ errors }) => errors);

const FULL = new Set(['ENOSPC', ...ALL.flatMap(({ diskFull }) => diskFull)]);

/** What the system answers for a server, and drivers for a database, that is not there any more or never was. */
const GONE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  ...ALL.flatMap(({ gone }) => gone),
]);

/** The pool, and drivers that have words only. */
const GONE_WORDS = [
  /^Knex: Timeout acquiring a connection/u,
  ...ALL.flatMap(({ goneWords }) => goneWords),
];

/** Why a database cannot be used; `said` is a code, or a driver's words, without any values. */
export interface Failure {
  readonly kind: 'full' | 'gone';
  readonly said: string;
}

/** Knex puts the statement, and with some drivers its values, before what the driver says. */
const saidByDriver = ({ message }: Error): string => message.split(' - ').at(-1) ?? '';

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

/** Finds the database's failure behind an error; null where that is another. */
export const findFailure = (error: unknown): Failure | null => {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = codeOf(at);
    if (FULL.has(code)) return { kind: 'full', said: code };
    const words = saidByDriver(at);
    if (GONE.has(code) || GONE_WORDS.some((known) => known.test(words))) {
      return { kind: 'gone', said: code === '' ? words : code };
    }
  }
  return null;
};
