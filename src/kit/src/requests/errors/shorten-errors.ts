import type { Core } from '@strapi/strapi';

/** What Knex tells of a statement that failed. */
interface FailedStatement {
  readonly sql?: unknown;
  readonly bindings?: readonly unknown[];
}

const SHOWN = 300;

const shorten = (text: string): string =>
  text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text;

/** Leaves out what a driver quotes of the statement's values. */
const withoutValues = (words: string, bindings: readonly unknown[]): string =>
  words.replace(/(["'])(.+?)\1/gsu, (quoted: string, quote: string, inner: string) =>
    bindings.some((value) => String(value).startsWith(inner)) ? `${quote}…${quote}` : quoted
  );

/**
 * Takes values and long lists of placeholders out of what a failed statement says: Knex puts all of
 * a statement into its error's message, a hundred kilobytes for a batch, and people's passwords with
 * it. Code and SQLSTATE stay.
 */
export const shortenErrors = (strapi: Core.Strapi): void => {
  const { client } = strapi.db.connection as unknown as {
    client: { config: { compileSqlOnError?: boolean }; on(event: string, hear: unknown): void };
  };
  client.config.compileSqlOnError = false;
  client.on('query-error', (error: unknown, statement: FailedStatement) => {
    if (!(error instanceof Error) || typeof statement.sql !== 'string') return;
    const head = `${statement.sql} - `;
    if (!error.message.startsWith(head)) return;
    const words = withoutValues(error.message.slice(head.length), statement.bindings ?? []);
    const stack = error.stack?.split(/\n(?=\s+at )/u).slice(1) ?? [];
    error.message = `${shorten(words)} (in: ${shorten(statement.sql)})`;
    error.stack = [`${error.name}: ${error.message}`, ...stack].join('\n');
    // What drivers keep of the statement beside its message.
    for (const name of ['sql', 'sqlMessage', 'detail', 'where', 'internalQuery']) {
      if (name in error) Reflect.set(error, name, undefined);
    }
  });
};
