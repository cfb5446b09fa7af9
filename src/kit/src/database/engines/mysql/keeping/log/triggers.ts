import type { Trigger } from '../../../keeping';
import type { LogOf, LoggedEnd, LoggedLinks, LoggedTable } from '../../../logged';
import { quoted } from '../words';
import { goneParts } from './gone';
import { append, documentOf, localeOf, type Part, shown } from './words';

const ofTable = (log: LogOf, table: LoggedTable): Part[] => {
  const on = quoted(table.table);
  const keyOf = (row: string) => [documentOf(table, row), localeOf(table, row)] as const;
  const [was, is] = [shown(table, 'OLD'), shown(table, 'NEW')];
  const same = `(${documentOf(table, 'OLD')} <=> ${documentOf(table, 'NEW')}
    and ${localeOf(table, 'OLD')} <=> ${localeOf(table, 'NEW')})`;
  return [
    {
      event: 'insert',
      when: `after insert on ${on} for each row`,
      body: `if ${is} then ${append(log, table, 'added', keyOf('NEW'))} end if;`,
    },
    {
      event: 'delete',
      when: `after delete on ${on} for each row`,
      body: `if ${was} then ${append(log, table, 'removed', keyOf('OLD'))} end if;`,
    },
    {
      event: 'update',
      when: `after update on ${on} for each row`,
      body: `if ${was} and ${is} and ${same} then
          ${append(log, table, 'changed', keyOf('NEW'))}
        else
          if ${was} then ${append(log, table, 'removed', keyOf('OLD'))} end if;
          if ${is} then ${append(log, table, 'added', keyOf('NEW'))} end if;
        end if;`,
    },
  ];
};

/** Tells that the document at one end of a link has changed, where it is shown. */
const tell = (log: LogOf, { table, column }: LoggedEnd, link: 'NEW' | 'OLD'): string => {
  // Whoever is about to publish it is waited for; what is always shown is read as it is.
  const select = (value: string): string =>
    `(select ${value} from ${quoted(table.table)} as shown
      where shown.id = ${link}.${quoted(column)} and ${shown(table, 'shown')}
      ${table.shownAt === null ? '' : 'lock in share mode'})`;
  return `set @delivery_document = ${select(documentOf(table, 'shown'))};
    if @delivery_document is not null then
      set @delivery_locale = ${table.locale === null ? `''` : select(localeOf(table, 'shown'))};
      ${append(log, table, 'changed', ['@delivery_document', `coalesce(@delivery_locale, '')`])}
    end if;`;
};

const ofLinks = (log: LogOf, { table, ends }: LoggedLinks): Part[] => {
  const on = quoted(table);
  const showing = ends.filter(({ shows }) => shows);
  const tellAll = (link: 'NEW' | 'OLD'): string =>
    showing.map((end) => tell(log, end, link)).join('\n');
  const differ = (columns: readonly (string | null)[]): string =>
    columns
      .flatMap((column) => (column === null ? [] : [quoted(column)]))
      .map((column) => `not (OLD.${column} <=> NEW.${column})`)
      .join(' or ');
  const columns = ends.map(({ column }) => column);
  const retell = showing.map(
    (end) => `if ${differ(columns)} then ${tell(log, end, 'OLD')} end if;
      if ${differ([...columns, end.order])} then ${tell(log, end, 'NEW')} end if;`
  );
  return [
    { event: 'link', when: `after insert on ${on} for each row`, body: tellAll('NEW') },
    { event: 'unlink', when: `after delete on ${on} for each row`, body: tellAll('OLD') },
    { event: 'relink', when: `after update on ${on} for each row`, body: retell.join('\n') },
  ];
};

/** The triggers that write the log. */
export const logTriggers = (log: LogOf, mark: string): readonly Trigger[] => {
  const made = (name: string, parts: readonly Part[]): Trigger[] =>
    parts.map(({ event, when, body }) => {
      const own = `${log.prefix}log__${name}_${event}`;
      return {
        name: own,
        statements: [`create trigger ${quoted(own)} ${when} begin /* ${mark} */ ${body} end`],
      };
    });
  const gone = goneParts(log);
  return [
    ...log.tables.flatMap((table) => {
      const part = gone.get(table);
      return made(table.name, [...ofTable(log, table), ...(part === undefined ? [] : [part])]);
    }),
    ...log.links.flatMap((links) => made(links.name, ofLinks(log, links))),
  ];
};
