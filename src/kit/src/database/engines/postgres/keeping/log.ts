import type { Database } from '../../../connections/connection';
import type { Trigger } from '../../keeping';
import type { LogOf, LoggedEnd, LoggedLinks, LoggedTable } from '../../logged';
import { inSchema, quoted, text } from './words';

/** When a trigger fires, and what it does then. */
interface Part {
  readonly event: string;
  readonly when: string;
  readonly body: string;
}

const COLUMNS = `uid varchar(255) not null, document_id varchar(255) not null,
  locale varchar(255) not null, kind varchar(7) not null`;

export const logTables = (db: Database, prefix: string): readonly string[] => [
  `create table if not exists ${inSchema(db, `${prefix}log`)} (
    id bigint generated always as identity primary key, ${COLUMNS}, at bigint not null,
    inbox_id bigint not null
  )`,
  `create table if not exists ${inSchema(db, `${prefix}log_inbox`)} (
    id bigint generated always as identity primary key, ${COLUMNS},
    at bigint not null default (extract(epoch from clock_timestamp()) * 1000)::bigint
  )`,
];

const shown = ({ shownAt }: LoggedTable, row: string): string =>
  shownAt === null ? 'true' : `${row}.${quoted(shownAt)} is not null`;

/** A row's document and language. */
const keyOf = ({ documentId, locale }: LoggedTable, row: string): readonly string[] => [
  `coalesce(${row}.${quoted(documentId)}, '')`,
  locale === null ? `''` : `coalesce(${row}.${quoted(locale)}, '')`,
];

/** What the triggers of one log are written with. */
const wordsOf = (db: Database, { prefix }: LogOf) => ({
  /** Appends what became of rows. */
  append: (table: LoggedTable, kind: string, row: string, from: string): string =>
    `insert into ${inSchema(db, `${prefix}log_inbox`)} (uid, document_id, locale, kind)
      select ${[text(table.uid), ...keyOf(table, row), kind].join(', ')} ${from};`,
  name: (name: string): string => inSchema(db, name),
});

type Words = ReturnType<typeof wordsOf>;

const ofTable = ({ append, name }: Words, table: LoggedTable): Part[] => {
  const on = name(table.table);
  const [was, is] = [shown(table, 'old'), shown(table, 'new')];
  const [before, after] = [keyOf(table, 'old'), keyOf(table, 'new')];
  const moved = `(${before.join(', ')}) is distinct from (${after.join(', ')})`;
  return [
    {
      event: 'insert',
      when: `after insert on ${on} referencing new table as added for each statement`,
      body: append(table, `'added'`, 'added', `from added where ${shown(table, 'added')}`),
    },
    {
      event: 'delete',
      when: `after delete on ${on} referencing old table as removed for each statement`,
      body: append(table, `'removed'`, 'removed', `from removed where ${shown(table, 'removed')}`),
    },
    {
      event: 'update',
      when: `after update on ${on} for each row when (${was} or ${is})`,
      body: `${append(table, `'removed'`, 'old', `where ${was} and (not (${is}) or ${moved})`)}
        ${append(
          table,
          `case when ${was} and not (${moved}) then 'changed' else 'added' end`,
          'new',
          `where ${is}`
        )}`,
    },
  ];
};

/**
 * The rows at one end of some links, but for those that the same transaction has written: these are
 * told already. Whoever is about to publish one is waited for; a row that is always shown is read
 * as it is, else all who link to one category would wait for each other.
 */
const rowsAt = ({ name }: Words, { table, column }: LoggedEnd, links: string): string => {
  const { documentId, shownAt, locale } = table;
  const columns = [documentId, shownAt, locale].filter((own) => own !== null).map(quoted);
  return `from (
    select ${columns.join(', ')} from ${name(table.table)}
    where id in (select ${quoted(column)} from ${links})
      and xmin is distinct from pg_current_xact_id_if_assigned()::xid
    ${shownAt === null ? '' : 'order by id for share'}
  ) as shown where ${shown(table, 'shown')}`;
};

const ofLinks = (words: Words, { table, ends }: LoggedLinks): Part[] => {
  const on = words.name(table);
  const showing = ends.filter(({ shows }) => shows);
  const tell = (end: LoggedEnd, links: string): string =>
    words.append(end.table, `'changed'`, 'shown', rowsAt(words, end, links));
  const tellAll = (links: string): string => showing.map((end) => tell(end, links)).join('\n');
  const differ = (columns: readonly (string | null)[]): string =>
    columns
      .flatMap((column) => (column === null ? [] : [quoted(column)]))
      .map((column) => `old.${column} is distinct from new.${column}`)
      .join(' or ');
  const columns = ends.map(({ column }) => column);
  const retell = showing.map(
    (end) => `if ${differ(columns)} then
        ${tell(end, '(select old.*) as link')}
      end if;
      if ${differ([...columns, end.order])} then
        ${tell(end, '(select new.*) as link')}
      end if;`
  );
  return [
    {
      event: 'link',
      when: `after insert on ${on} referencing new table as added for each statement`,
      body: tellAll('added'),
    },
    {
      event: 'unlink',
      when: `after delete on ${on} referencing old table as removed for each statement`,
      body: tellAll('removed'),
    },
    {
      event: 'relink',
      when: `after update on ${on} for each row
        when (${differ([...columns, ...showing.map(({ order }) => order)])})`,
      body: retell.join('\n'),
    },
  ];
};

/** The triggers that write the log, most of which see all rows of a statement at once. */
export const logTriggers = (db: Database, log: LogOf, mark: string): readonly Trigger[] => {
  const words = wordsOf(db, log);
  const made = (name: string, parts: readonly Part[]): Trigger[] =>
    parts.map(({ event, when, body }) => {
      const own = `${log.prefix}log__${name}_${event}`;
      const work = inSchema(db, own);
      return {
        name: own,
        statements: [
          `create or replace function ${work}() returns trigger language plpgsql as $log$
            begin /* ${mark} */
              ${body}
              return null;
            end
          $log$`,
          `create trigger ${quoted(own)} ${when} execute function ${work}()`,
        ],
      };
    });
  return [
    ...log.tables.flatMap((table) => made(table.name, ofTable(words, table))),
    ...log.links.flatMap((links) => made(links.name, ofLinks(words, links))),
  ];
};
