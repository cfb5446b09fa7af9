import type { LogOf, LoggedEnd, LoggedLinks, LoggedTable, RowChange } from '../../logged';
import type { Trigger } from '../../keeping';
import { quoted, text } from './quote';

/** One writer at a time: the order in which rows are appended is that of commits. */
export const logTables = (prefix: string): readonly string[] => [
  `create table if not exists ${quoted(`${prefix}log`)} (
    id integer primary key, uid text not null, document_id text not null, locale text not null,
    kind text not null,
    at integer not null default (cast(unixepoch('subsec') * 1000 as integer))
  )`,
];

const shown = ({ shownAt }: LoggedTable, row: string): string =>
  shownAt === null ? 'true' : `${row}.${quoted(shownAt)} is not null`;

/** A row's document and language. */
const keyOf = ({ documentId, locale }: LoggedTable, row: string): readonly string[] => [
  `coalesce(${row}.${quoted(documentId)}, '')`,
  locale === null ? `''` : `coalesce(${row}.${quoted(locale)}, '')`,
];

/** Appends what became of rows. */
const append = (
  { prefix }: LogOf,
  table: LoggedTable,
  kind: string,
  row: string,
  from: string
): string =>
  `insert into ${quoted(`${prefix}log`)} (uid, document_id, locale, kind)
    select ${[text(table.uid), ...keyOf(table, row), kind].join(', ')} ${from};`;

const ofTable = (log: LogOf, table: LoggedTable): Record<string, string> => {
  const on = quoted(table.table);
  const tell = (row: 'new' | 'old', kind: RowChange, when = 'true'): string =>
    append(log, table, text(kind), row, `where ${when}`);
  const [was, is] = [shown(table, 'old'), shown(table, 'new')];
  const moved = keyOf(table, 'old')
    .map((column, index) => `${column} is not ${keyOf(table, 'new')[index]}`)
    .join(' or ');
  const kind = `case when ${was} and not (${moved}) then 'changed' else 'added' end`;
  return {
    insert: `after insert on ${on} when ${is} begin ${tell('new', 'added')} end`,
    delete: `after delete on ${on} when ${was} begin ${tell('old', 'removed')} end`,
    update: `after update on ${on} when ${was} or ${is} begin
      ${tell('old', 'removed', `${was} and (not (${is}) or ${moved})`)}
      ${append(log, table, kind, 'new', `where ${is}`)} end`,
  };
};

const ofLinks = (log: LogOf, { table, ends }: LoggedLinks): Record<string, string> => {
  const on = quoted(table);
  const showing = ends.filter(({ shows }) => shows);
  const differ = (columns: readonly (string | null)[]): string =>
    columns
      .flatMap((column) => (column === null ? [] : [quoted(column)]))
      .map((column) => `old.${column} is not new.${column}`)
      .join(' or ');
  const columns = ends.map(({ column }) => column);
  const tell = (link: 'new' | 'old', when: (end: LoggedEnd) => string = () => 'true'): string =>
    showing
      .map((end) =>
        append(
          log,
          end.table,
          `'changed'`,
          'shown',
          `from ${quoted(end.table.table)} as shown
            where shown.id = ${link}.${quoted(end.column)} and ${shown(end.table, 'shown')}
              and (${when(end)})`
        )
      )
      .join(' ');
  const other = ({ order }: LoggedEnd): string => differ([...columns, order]);
  return {
    link: `after insert on ${on} begin ${tell('new')} end`,
    unlink: `after delete on ${on} begin ${tell('old')} end`,
    relink: `after update on ${on}
      when ${differ([...columns, ...showing.map(({ order }) => order)])}
      begin ${tell('old', () => differ(columns))} ${tell('new', other)} end`,
  };
};

/** The triggers that write the log. A row that goes takes its links with it: that fires triggers, too. */
export const logTriggers = (log: LogOf, mark: string): readonly Trigger[] => {
  const made = (name: string, texts: Record<string, string>): Trigger[] =>
    Object.entries(texts).map(([event, body]) => {
      const own = `${log.prefix}log__${name}_${event}`;
      return { name: own, statements: [`create trigger ${quoted(own)} /* ${mark} */ ${body}`] };
    });
  return [
    ...log.tables.flatMap((table) => made(table.name, ofTable(log, table))),
    ...log.links.flatMap((links) => made(links.name, ofLinks(log, links))),
  ];
};
