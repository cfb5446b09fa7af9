import type { LogOf, LoggedEnd, LoggedLinks, LoggedTable } from '../../../logged';
import { quoted } from '../words';
import { append, documentOf, localeOf, type Part, shown } from './words';

/**
 * Tells of the documents that show a row, before it goes: foreign keys remove its links without a
 * word to triggers.
 *
 * @param from the end at which the row is
 * @param to the end that shows it
 */
const ofGone = (log: LogOf, { table }: LoggedLinks, from: LoggedEnd, to: LoggedEnd): string =>
  `begin
    declare is_done boolean default false;
    declare found_document varchar(255) character set utf8mb4 collate utf8mb4_bin;
    declare found_locale varchar(255) character set utf8mb4 collate utf8mb4_bin;
    declare found cursor for
      select ${documentOf(to.table, 'shown')}, ${localeOf(to.table, 'shown')}
      from ${quoted(table)} as link
      join ${quoted(to.table.table)} as shown on shown.id = link.${quoted(to.column)}
      where link.${quoted(from.column)} = OLD.id and ${shown(to.table, 'shown')};
    declare continue handler for not found set is_done = true;
    open found;
    each_document: loop
      fetch found into found_document, found_locale;
      if is_done then leave each_document; end if;
      ${append(log, to.table, 'changed', ['found_document', 'found_locale'])}
    end loop;
    close found;
  end;`;

/** By the table whose rows are linked to: what is to be told when one of them goes. */
export const goneParts = (log: LogOf): ReadonlyMap<LoggedTable, Part> => {
  const bodies = new Map<LoggedTable, string[]>();
  for (const links of log.links) {
    for (const from of links.ends) {
      const told = links.ends.filter((end) => end !== from && end.shows);
      const own = bodies.get(from.table) ?? [];
      bodies.set(from.table, [...own, ...told.map((to) => ofGone(log, links, from, to))]);
    }
  }
  return new Map(
    [...bodies].flatMap(([table, texts]) =>
      texts.length === 0
        ? []
        : [
            [
              table,
              {
                event: 'gone',
                when: `before delete on ${quoted(table.table)} for each row`,
                body: texts.join('\n'),
              },
            ] as const,
          ]
    )
  );
};
