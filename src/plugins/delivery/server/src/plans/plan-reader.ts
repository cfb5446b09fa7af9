import type { Reader } from 'strapi-plugin-kit/database';

import type { Level } from './level';
import type { Plan } from './plan';
import { levelReader, type ReadDocuments } from './read-level';
import type { ReadValue } from './read-value';
import { all, type Soon, then } from './soon';
import { readyStatement, type Statement } from './statement';

/** What a query asks for beside its plan. */
export interface Asked {
  readonly offset: number;
  readonly parameters: readonly string[];
}

/** What a plan has found. */
interface Found extends Pick<ReadDocuments, 'documents' | 'hidden'> {
  /** Null where it is not asked for. */
  readonly total: number | null;
}

/** Keeps what was counted for as long as nothing has been written. */
export interface Totals {
  get(sql: string, values: readonly ReadValue[], count: () => Soon<number>): Soon<number>;
}

/** Whether what a database keeps is there to be read, as far as is known. */
export type IsKept = (uid: string) => boolean;

/** The answer to a statement that another process may have taken the table from. */
const orNothing = <Value>(value: Soon<Value>): Soon<Value | null> =>
  value instanceof Promise ? value.catch(() => null) : value;

/**
 * Where a database has to go over so many rows to come to a page, it takes long on large sites. The statement has
 * another text then, so that what is known of how long it takes is not said of the pages that visitors read.
 */
const DEEP = 10_000;

const asDeep = ({ pieces, slots }: Statement): Statement => ({
  pieces: [...pieces.slice(0, -1), `${pieces.at(-1)} /* deep */`],
  slots,
});

/** Reads the documents of a plan by one of its statements, which takes the offset as its second parameter. */
const documentReader = (level: Level, statement: Statement) => {
  const near = levelReader({ ...level, statement });
  const deep = levelReader({ ...level, statement: asDeep(statement) });
  return (reader: Reader, parameters: readonly ReadValue[]): Soon<ReadDocuments> =>
    (Number(parameters[1]) > DEEP ? deep : near)(reader, parameters);
};

/** Prepares a plan to be followed. */
export const planReader = (plan: Plan, isKept: IsKept = () => false) => {
  const { level, kept } = plan;
  const read = documentReader(level, level.statement);
  const readyCount = plan.count && readyStatement(plan.count);
  const readyTotal = kept && readyStatement(kept.total);
  const readListed =
    kept === null || kept.documents === null ? null : documentReader(level, kept.documents);

  const count = (reader: Reader, totals: Totals, parameters: readonly ReadValue[]) => {
    if (readyCount === null) return null;
    const { sql, values } = readyCount(parameters);
    return totals.get(sql, values, () =>
      then(reader.rows(sql, values), ([row]) => Number(row?.[0]))
    );
  };

  /** How many documents are listed; null where that is not kept. */
  const keptTotal = (reader: Reader, parameters: readonly ReadValue[]): Soon<number | null> => {
    if (readyTotal === null || !isKept(plan.uid)) return null;
    const { sql, values } = readyTotal(parameters);
    return then(reader.rows(sql, values), (rows) => {
      const total = rows.length === 1 ? rows[0]?.[0] : null;
      return total === null || total === undefined ? null : Number(total);
    });
  };

  /** A page that is not full is the last one: what comes before it and its own documents are all there are. */
  const readOtherwise = (
    reader: Reader,
    totals: Totals,
    values: readonly ReadValue[]
  ): Soon<Found> => {
    const [limit, offset] = [Number(values[0]), Number(values[1])];
    return then(read(reader, values), ({ documents, hidden }) => {
      const isLast = documents.length < limit && (documents.length > 0 || offset === 0);
      const total =
        readyCount !== null && isLast ? offset + documents.length : count(reader, totals, values);
      return then(total, (known) => ({ documents, hidden, total: known }));
    });
  };

  return (reader: Reader, totals: Totals, { offset, parameters }: Asked): Soon<Found> => {
    const values = [plan.limit, offset, ...parameters];
    const known = orNothing(keptTotal(reader, values));
    // Without a listing the documents are read in the order of an index, and only counted otherwise.
    if (known === null || (readListed === null && readyCount === null)) {
      return readOtherwise(reader, totals, values);
    }
    const documents =
      readListed === null ? read(reader, values) : orNothing(readListed(reader, values));
    const both: readonly Soon<ReadDocuments | number | null>[] = [documents, known];
    return then(all(both), ([found, total]) => {
      const listed = found as ReadDocuments | null;
      // Between two statements another process may have begun to make the listing anew.
      const isEmptied = listed?.documents.length === 0 && offset < Number(total);
      if (listed === null || total === null || isEmptied) {
        return readOtherwise(reader, totals, values);
      }
      return {
        documents: listed.documents,
        hidden: listed.hidden,
        total: readyCount === null ? null : (total as number),
      };
    });
  };
};
