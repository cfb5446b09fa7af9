import type { Database } from '../../../connections/connection';
import type { KeptLinks, KeptTable, Trigger } from '../../keeping';
import { dayOf, inSchema, quoted, text, type Words, wordsOf } from './words';

/** When a trigger fires, and what it does then. */
interface Part {
  readonly event: string;
  readonly when: string;
  readonly body: string;
}

const added = (table: string): string =>
  `after insert on ${table} referencing new table as added for each statement`;
const removed = (table: string): string =>
  `after delete on ${table} referencing old table as removed for each statement`;

/** Appends how many rows of a statement there are to count. */
const append = (
  { changes }: Words,
  list: string,
  target: string,
  locale: string,
  by: 1 | -1,
  rows: string
): string =>
  `insert into ${changes} (list, target_id, locale, difference)
    select ${text(list)}, ${target}, ${locale}, ${by === 1 ? '' : '-'}count(*) ${rows}
    group by 2, 3;`;

const localeOf = (row: string, column: string | null): string =>
  column === null ? `''` : `coalesce(${row}.${quoted(column)}, '')`;

/** The columns that a listing is made of. */
const names = ({ order, shownAt, locale }: KeptTable): string[] => [
  ...new Set(['id', order, shownAt, locale].filter((name) => name !== null)),
];

/** The triggers of the table itself. */
const ofTable = (kept: KeptTable, words: Words): Part[] => {
  const { table, shown, columns, values } = words;
  const on = table(kept.table);
  const count = (from: string, by: 1 | -1): string => {
    const locale = localeOf('counted', kept.locale);
    const rows = `from ${from} as counted where ${shown('counted')}`;
    const all = append(words, kept.name, '0::bigint', locale, by, rows);
    if (kept.days === null) return all;
    const date = `counted.${quoted(kept.order)}`;
    return `${all} ${append(words, kept.days, dayOf(date), locale, by, `${rows} and ${date} is not null`)}`;
  };
  const unlist = (rows: string): string =>
    kept.links.map(({ listing }) => `delete from ${table(listing)} as listed ${rows};`).join('\n');
  const differ = names(kept)
    .filter((name) => name !== kept.shownAt || name === kept.order)
    .map((name) => `old.${quoted(name)} is distinct from new.${quoted(name)}`)
    .join(' or ');
  // A link that another transaction is about to remove is waited for.
  const list = kept.links
    .map(
      (links) => `insert into ${table(links.listing)} (${columns})
        select ${values('new', 'link.target')}
        from (
          select ${quoted(links.target)} as target from ${table(links.table)}
          where ${quoted(links.row)} = new.id and ${quoted(links.target)} is not null
          for share
        ) as link
        on conflict do nothing;`
    )
    .join('\n');
  return [
    { event: 'insert', when: added(on), body: count('added', 1) },
    {
      event: 'delete',
      when: removed(on),
      body: `${unlist('using removed where listed.row_id = removed.id')} ${count('removed', -1)}`,
    },
    {
      event: 'update',
      when: `after update of ${names(kept).map(quoted).join(', ')} on ${on} for each row
        when ((${shown('old')}) <> (${shown('new')}) or (${shown('new')} and (${differ})))`,
      body: `if ${shown('old')} then
          ${unlist('where listed.row_id = old.id')}
          ${count('(select old.*)', -1)}
        end if;
        if ${shown('new')} then
          ${list}
          ${count('(select new.*)', 1)}
        end if;`,
    },
  ];
};

/** The triggers of a table of links, and of the listing that they lead to. */
const ofLinks = (kept: KeptTable, links: KeptLinks, words: Words): Part[] => {
  const { table, shown, columns, values } = words;
  const on = table(links.table);
  const listing = table(links.listing);
  const [row, target] = [quoted(links.row), quoted(links.target)];
  const locale = localeOf('counted', kept.locale === null ? null : 'locale');
  // The rows are locked, drafts as well: one that is just being published is waited for, and one
  // that is to be published waits, and finds the link.
  const list = (link: string): string => `
    with listed as materialized (
      select ${names(kept).map(quoted).join(', ')} from ${table(kept.table)}
      where id in (select ${row} from ${link})
      order by id for no key update
    )
    insert into ${listing} (${columns})
    select ${values('listed', `link.${target}`)} from listed
    join ${link} on link.${row} = listed.id
    where ${shown('listed')} and link.${target} is not null
    on conflict do nothing;`;
  const unlist = (link: string): string =>
    `delete from ${listing} as listed using ${link}
      where listed.row_id = link.${row} and listed.target_id = link.${target};`;
  const count = (rows: string, by: 1 | -1): string =>
    append(words, links.name, 'target_id', locale, by, `from ${rows} as counted`);
  return [
    { event: 'link', when: added(on), body: list('added as link') },
    { event: 'unlink', when: removed(on), body: unlist('removed as link') },
    {
      event: 'relink',
      when: `after update of ${row}, ${target} on ${on} for each row
        when (old.${row} is distinct from new.${row} or old.${target} is distinct from new.${target})`,
      body: `${unlist('(select old.*) as link')} ${list('(select new.*) as link')}`,
    },
    { event: 'listed', when: added(listing), body: count('added', 1) },
    { event: 'unlisted', when: removed(listing), body: count('removed', -1) },
  ];
};

/**
 * The triggers of a kept table, most of which see all rows of a statement at once. What foreign keys
 * remove fires triggers, too.
 */
export const triggers = (db: Database, kept: KeptTable, mark: string): readonly Trigger[] => {
  const words = wordsOf(db, kept);
  const made = (name: string, parts: readonly Part[]): Trigger[] =>
    parts.map(({ event, when, body }) => {
      const own = `${kept.prefix}${name}_${event}`;
      const work = inSchema(db, own);
      return {
        name: own,
        statements: [
          `create or replace function ${work}() returns trigger language plpgsql as $kept$
            begin /* ${mark} */
              ${body}
              return null;
            end
          $kept$`,
          `create trigger ${quoted(own)} ${when} execute function ${work}()`,
        ],
      };
    });
  return [
    ...made(kept.name, ofTable(kept, words)),
    ...kept.links.flatMap((links) => made(links.name, ofLinks(kept, links, words))),
  ];
};
