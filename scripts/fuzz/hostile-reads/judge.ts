/** How a request was answered. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Words of SQL, of drivers and of the server's own files, as none of the requests holds them. */
const INNER_WORDS =
  /select (?:distinct )?[`"]|\bt0\b|select \* from [`"]|SQLITE_|ER_[A-Z]+_|SQLSTATE|syntax for type|operator does not exist|node_modules|\bat \/|knex|stacktrace/iu;

/** What is wrong with an answer to a hostile read; null where it was answered or refused well. */
export const faultOf = ({ status, text }: Answer): string | null => {
  if (status >= 500 && status !== 503) return `was answered ${status}`;
  if (status === 503 && !text.includes('took the database too long')) return 'was answered 503';
  if (/INTERNAL_SERVER_ERROR|Internal Server Error/u.test(text)) return 'was an internal error';
  const words = INNER_WORDS.exec(text)?.[0];
  return words === undefined ? null : `was told "${words}"`;
};
