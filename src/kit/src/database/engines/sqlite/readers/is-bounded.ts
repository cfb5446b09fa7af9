/** A step of SQLite's plan for a statement: https://www.sqlite.org/eqp.html. */
export interface PlanStep {
  /** What it does, in SQLite's own words. */
  readonly words: string;
  /** The step that it is a part of; 0 for the statement itself. */
  readonly within: number;
}

/** What is known of a statement beside its plan. */
interface StatementFacts {
  readonly sql: string;
  /** How many values it is given, apart from those that only tell where in an order to begin. */
  readonly values: number;
  /** Whether a table has so few rows that it does not matter how they are read. */
  isSmall(table: string): boolean;
}

const IN_TABLE = /^(?:SCAN|SEARCH) (\S+)/u;
/** Rows that other steps have made. */
const MADE = /^SCAN (?:CONSTANT ROW|\(?subquery|SUBQUERY)/u;
/** By something that is equal: the rows of an id, of a slug, of a link. */
const BY_EQUAL = /^SEARCH .*[(,\s]\S+=\?/u;
const BY_ROWID = /^SEARCH .* USING (?:INTEGER PRIMARY KEY|COVERING INDEX|INDEX) .*rowid=\?/u;
/** From a row on; and the lowest or the highest one of all. */
const FROM_ROWID = /^SEARCH .* USING INTEGER PRIMARY KEY \(rowid>\?\)/u;
const OUTERMOST = /^SEARCH \S+$/u;
/** From the beginning of an index on, or from a place in it. */
const IN_ORDER = /^(?:SCAN|SEARCH) \S+ USING (?:COVERING )?INDEX/u;
const SORTED = /USE TEMP B-TREE/u;

const TABLES = /\b(?:from|join)\s+[`"]?([\w$]+)[`"]?(?:\s+as\s+[`"]?([\w$]+)[`"]?)?/giu;
const LIMITED = /\blimit \?(?: offset \?)?/iu;

/** Tables by the names that a plan has for them. */
const tablesOf = (sql: string): ReadonlyMap<string, string> =>
  new Map([...sql.matchAll(TABLES)].map(([, table = '', alias]) => [alias ?? table, table]));

/** Values that tell how many rows there may be, and nothing about which. */
const limitValues = (sql: string): number => {
  const [limit] = LIMITED.exec(sql) ?? [];
  return limit === undefined ? 0 : limit.split('?').length - 1;
};

/**
 * Whether a statement reads no more rows than its answer needs, about: by keys, or so many in the order of an
 * index. Others may read a whole table.
 */
export const isBounded = (
  plan: readonly PlanStep[],
  { sql, values, isSmall }: StatementFacts
): boolean => {
  const tables = tablesOf(sql);
  const isPage = values === limitValues(sql) && LIMITED.test(sql);
  const isPageFrom = values === limitValues(sql) + 1 && LIMITED.test(sql);
  // What is sorted elsewhere are the rows of the page.
  const sorted = new Set(
    plan.filter(({ words }) => SORTED.test(words)).map(({ within }) => within)
  );
  return plan.every(({ words, within }) => {
    const [, name] = IN_TABLE.exec(words) ?? [];
    if (name === undefined || MADE.test(words)) return true;
    if (BY_EQUAL.test(words) || BY_ROWID.test(words) || OUTERMOST.test(words)) return true;
    if (isPageFrom && FROM_ROWID.test(words) && !sorted.has(within)) return true;
    const table = tables.get(name);
    // A name that no table of the statement has is that of a query within it.
    if (table === undefined || isSmall(table)) return true;
    return isPage && IN_ORDER.test(words) && !sorted.has(within);
  });
};
