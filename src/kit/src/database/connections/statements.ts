/** What is used of a query that is put together but not sent. */
interface Written {
  toSQL(): { readonly sql: string };
}

/**
 * The texts of statements by name, each put together once: that takes longer than many a
 * statement does, and saving a post or looking an address up sends the same few over and over.
 */
export class Statements {
  readonly #texts = new Map<string, string>();

  text(name: string, write: () => Written): string {
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const { sql } = write().toSQL();
    this.#texts.set(name, sql);
    return sql;
  }
}
