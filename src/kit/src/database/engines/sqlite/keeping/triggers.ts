import type { KeptLinks, KeptTable, Trigger } from '../../keeping';
import { dayOf } from './day-of';
import { quoted, text } from './quote';

type Alias = 'new' | 'old';

/** What the triggers of one table are written with. */
const wordsOf = (kept: KeptTable) => {
  const shown = (row: string): string =>
    kept.shownAt === null ? 'true' : `${row}.${quoted(kept.shownAt)} is not null`;
  const localeOf = (row: string, column: string | null): string =>
    column === null ? `''` : `coalesce(${row}.${quoted(column)}, '')`;
  /** Counts a row, where a condition holds. */
  const count = (list: string, target: string, locale: string, by: number, when = 'true') =>
    `insert into ${quoted(`${kept.prefix}counts`)} (list, target_id, locale, total)
      select ${text(list)}, ${target}, ${locale}, ${by} where ${when}
      on conflict (list, target_id, locale) do update set total = total + excluded.total;`;
  const columns = `row_id, target_id, order_value${kept.locale === null ? '' : ', locale'}`;
  /** The columns of a listing, from a row and its link. */
  const values = (row: string, target: string): string =>
    [
      `${row}.id, ${target}, ${row}.${quoted(kept.order)}`,
      ...(kept.locale === null ? [] : [`${row}.${quoted(kept.locale)}`]),
    ].join(', ');
  return { shown, localeOf, count, columns, values };
};

/** The triggers of the table itself. */
const ofTable = (kept: KeptTable): Record<string, string> => {
  const { shown, localeOf, count, columns, values } = wordsOf(kept);
  const on = quoted(kept.table);
  const countRow = (row: Alias): string => {
    const locale = localeOf(row, kept.locale);
    const by = row === 'new' ? 1 : -1;
    const all = count(kept.name, '0', locale, by, shown(row));
    if (kept.days === null) return all;
    const date = `${row}.${quoted(kept.order)}`;
    const when = `${shown(row)} and ${date} is not null`;
    return `${all} ${count(kept.days, dayOf(date), locale, by, when)}`;
  };
  const unlist = kept.links
    .map(({ listing }) => `delete from ${quoted(listing)} where row_id = old.id;`)
    .join(' ');
  const list = kept.links
    .map(
      ({ listing, table, row, target }) =>
        `insert into ${quoted(listing)} (${columns})
          select ${values('new', `link.${quoted(target)}`)} from ${quoted(table)} as link
          where link.${quoted(row)} = new.id and link.${quoted(target)} is not null
            and ${shown('new')}
          on conflict do nothing;`
    )
    .join(' ');
  const watched = ['id', kept.order, kept.shownAt, kept.locale].filter((name) => name !== null);
  const names = [...new Set(watched)];
  const differ = names
    .filter((name) => name !== kept.shownAt || name === kept.order)
    .map((name) => `old.${quoted(name)} is not new.${quoted(name)}`)
    .join(' or ');
  return {
    insert: `after insert on ${on} when ${shown('new')} begin ${countRow('new')} end`,
    delete: `after delete on ${on} when ${shown('old')} begin ${unlist} ${countRow('old')} end`,
    update: `after update of ${names.map(quoted).join(', ')} on ${on}
      when (${shown('old')}) <> (${shown('new')}) or (${shown('new')} and (${differ}))
      begin ${unlist} ${list} ${countRow('old')} ${countRow('new')} end`,
  };
};

/** The triggers of a table of links, and of the listing that they lead to. */
const ofLinks = (kept: KeptTable, links: KeptLinks): Record<string, string> => {
  const { shown, localeOf, count, columns, values } = wordsOf(kept);
  const on = quoted(links.table);
  const listing = quoted(links.listing);
  const [row, target] = [quoted(links.row), quoted(links.target)];
  const list = `insert into ${listing} (${columns})
    select ${values('listed', `new.${target}`)} from ${quoted(kept.table)} as listed
    where listed.id = new.${row} and ${shown('listed')} and new.${target} is not null
    on conflict do nothing;`;
  const unlist = `delete from ${listing} where row_id = old.${row} and target_id = old.${target};`;
  const countRow = (alias: Alias): string => {
    const locale = localeOf(alias, kept.locale === null ? null : 'locale');
    return count(links.name, `${alias}.target_id`, locale, alias === 'new' ? 1 : -1);
  };
  return {
    link: `after insert on ${on} begin ${list} end`,
    unlink: `after delete on ${on} begin ${unlist} end`,
    relink: `after update of ${row}, ${target} on ${on}
      when old.${row} is not new.${row} or old.${target} is not new.${target}
      begin ${unlist} ${list} end`,
    listed: `after insert on ${listing} begin ${countRow('new')} end`,
    unlisted: `after delete on ${listing} begin ${countRow('old')} end`,
  };
};

/**
 * The triggers of a kept table. A row that goes takes its links with it, and with them what lists
 * it: here foreign keys fire triggers, too. Each condition comes before the body, so that most
 * writes of drafts cost nothing.
 */
export const triggers = (kept: KeptTable, mark: string): readonly Trigger[] => {
  const made = (name: string, texts: Record<string, string>): Trigger[] =>
    Object.entries(texts).map(([event, body]) => {
      const own = `${kept.prefix}${name}_${event}`;
      return { name: own, statements: [`create trigger ${quoted(own)} /* ${mark} */ ${body}`] };
    });
  return [
    ...made(kept.name, ofTable(kept)),
    ...kept.links.flatMap((links) => made(links.name, ofLinks(kept, links))),
  ];
};
