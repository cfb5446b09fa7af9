import type { Core } from '@strapi/strapi';
import { type Database, engineOf, type KeptLinks, within } from 'strapi-plugin-kit/database';
import { actual, actualByDay, actualLinked, counted } from './counted';
import { findMissing } from './install';
import { keptOf } from './kept';
import type { KeptType } from './kept-types';
import { column, shown, table } from '../triggers/sql';
import { isFilled, readState } from '../triggers/state';

/** Something that is kept and is not as it should be. */
export type Difference = {
  /** A type, or a type and a relation of it. */
  readonly list: string;
} & (
  | { readonly fault: 'LOST'; readonly what: string }
  | { readonly fault: 'UNFILLED' }
  | {
      readonly fault: 'COUNT';
      readonly target: number;
      readonly locale: string;
      readonly kept: number;
      readonly actual: number;
    }
  | {
      readonly fault: 'MISSING' | 'MOVED' | 'EXTRA';
      readonly target: number;
      readonly row: number;
    }
);

interface WrongCount {
  readonly target_id: number | string;
  readonly locale: string;
  readonly kept: number | string;
  readonly actual: number | string;
}

interface WrongRow {
  readonly fault: 'MISSING' | 'MOVED' | 'EXTRA';
  readonly target_id: number;
  readonly row_id: number;
}

/** Rows whose listings are compared by one statement. */
const PAGE = 2_000;

/** No row has a higher id. */
const LAST = 2_147_483_647;

/** The counts of a list that are wrong: both sides are of one moment. */
async function* wrongCounts(
  db: Database,
  list: string,
  name: string,
  query: string
): AsyncGenerator<Difference> {
  const rows = await engineOf(db).query<WrongCount>(
    db.connection,
    `select target_id, locale, sum(actual) as actual, sum(kept) as kept from (
          select target_id, locale, number as actual, 0 as kept from (${query}) as actual_of
          union all
          select target_id, locale, 0 as actual, number as kept from (${counted(db, name)}) as kept_of
        ) as both_of
        group by target_id, locale having sum(actual) <> sum(kept) order by target_id, locale`,
    []
  );
  for (const row of rows) {
    yield {
      list,
      fault: 'COUNT',
      target: Number(row.target_id),
      locale: row.locale,
      kept: Number(row.kept),
      actual: Number(row.actual),
    };
  }
}

/** The rows of a listing that are wrong, of one page. */
const wrongRows = async (
  db: Database,
  type: KeptType,
  links: KeptLinks,
  range: readonly [number, number]
): Promise<WrongRow[]> => {
  const [row, target] = [column(db, links.row), column(db, links.target)];
  const differs = (kept: string, own: string): string =>
    `row_of.${own} <> listed.${kept} or (row_of.${own} is null) <> (listed.${kept} is null)`;
  const moved = [
    differs('order_value', column(db, type.order)),
    ...(type.locale === null ? [] : [differs('locale', column(db, type.locale))]),
  ];
  const joined = `${table(db, type.table)} as row_of
    join ${table(db, links.table)} as link on link.${row} = row_of.id`;
  return engineOf(db).query<WrongRow>(
    db.connection,
    `select row_of.id as row_id, link.${target} as target_id,
          case when listed.row_id is null then 'MISSING' else 'MOVED' end as fault
        from ${joined}
        left join ${table(db, links.listing)} as listed
          on listed.row_id = row_of.id and listed.target_id = link.${target}
        where row_of.id > ? and row_of.id <= ? and ${shown(db, type, 'row_of')}
          and link.${target} is not null and (listed.row_id is null or ${moved.join(' or ')})
        union all
        select listed.row_id, listed.target_id, 'EXTRA' as fault
        from ${table(db, links.listing)} as listed
        where listed.row_id > ? and listed.row_id <= ? and not exists (
          select 1 from ${joined}
          where row_of.id = listed.row_id and link.${target} = listed.target_id
            and ${shown(db, type, 'row_of')}
        )`,
    [...range, ...range]
  );
};

/** Pages of a type's rows; the last one has all that come after them. */
async function* ranges(db: Database, type: KeptType): AsyncGenerator<readonly [number, number]> {
  for (let above = 0; above < LAST;) {
    const [row] = (await within(db, db.connection, type.table)
      .select('id')
      .where('id', '>', above)
      .orderBy('id')
      .offset(PAGE - 1)
      .limit(1)) as readonly { readonly id: number }[];
    const upTo = row?.id ?? LAST;
    yield [above, upTo];
    above = upTo;
  }
}

/** Says where what is kept of a type is not what its rows and links are. */
export async function* check(strapi: Core.Strapi, uid: string): AsyncGenerator<Difference> {
  const { db } = strapi;
  const type = keptOf(strapi).types.find((known) => known.uid === uid);
  if (type === undefined) return;
  const missing = await findMissing(db, db.connection, type);
  for (const what of missing) yield { list: uid, fault: 'LOST', what };
  const state = await readState(db, db.connection, type.name);
  if (state === undefined || !isFilled(state)) {
    yield { list: uid, fault: 'UNFILLED' };
    return;
  }
  yield* wrongCounts(db, uid, type.name, actual(db, type));
  if (type.days !== null) {
    yield* wrongCounts(db, `${uid} by day`, type.days, actualByDay(db, type, type.days));
  }
  const linked = actualLinked(db, type);
  for (const [index, [relation, links]] of [...type.relations].entries()) {
    const list = `${uid}.${relation}`;
    yield* wrongCounts(db, list, links.name, linked[index] ?? '');
    for await (const range of ranges(db, type)) {
      for (const { fault, target_id, row_id } of await wrongRows(db, type, links, range)) {
        yield { list, fault, target: Number(target_id), row: Number(row_id) };
      }
    }
  }
}
