import type { KeptLinks, KeptTable, Trigger } from '../../keeping';
import { dayOf, quoted, type Words, wordsOf } from './words';

/** When a trigger fires, and what it does then. */
interface Part {
  readonly event: string;
  readonly when: string;
  readonly body: string;
}

const after = (event: 'insert' | 'update' | 'delete', table: string): string =>
  `after ${event} on ${quoted(table)} for each row`;

/** The triggers of the table itself. */
const ofTable = (kept: KeptTable, words: Words): Part[] => {
  const { shown, localeOf, columns, values } = words;
  const count = (row: 'NEW' | 'OLD'): string => {
    const locale = localeOf(row, kept.locale);
    const by = row === 'NEW' ? 1 : -1;
    const all = words.count(kept.name, '0', locale, by);
    if (kept.days === null) return all;
    const date = `${row}.${quoted(kept.order)}`;
    const ofDay = words.count(kept.days, dayOf(date), locale, by);
    return `${all} if ${date} is not null then ${ofDay} end if;`;
  };
  // Foreign keys remove its links without a word to triggers.
  const unlist = kept.links
    .map(({ listing }) => `delete from ${quoted(listing)} where row_id = OLD.id;`)
    .join('\n');
  // Read with a lock: a link that another transaction is about to remove is waited for.
  const list = kept.links
    .map(
      ({ listing, table, row, target }) => `insert into ${quoted(listing)} (${columns})
        select ${values('NEW', `link.${quoted(target)}`)} from ${quoted(table)} as link
        where link.${quoted(row)} = NEW.id and link.${quoted(target)} is not null
        lock in share mode
        on duplicate key update ${quoted(listing)}.row_id = NEW.id;`
    )
    .join('\n');
  const watched = ['id', kept.order, kept.locale].filter((name) => name !== null);
  const differ = [...new Set(watched)]
    .map((name) => `not (OLD.${quoted(name)} <=> NEW.${quoted(name)})`)
    .join(' or ');
  return [
    {
      event: 'insert',
      when: after('insert', kept.table),
      body: `if ${shown('NEW')} then ${count('NEW')} end if;`,
    },
    {
      event: 'delete',
      when: after('delete', kept.table),
      body: `if ${shown('OLD')} then ${unlist} ${count('OLD')} end if;`,
    },
    {
      event: 'update',
      when: after('update', kept.table),
      body: `if (${shown('OLD')}) <> (${shown('NEW')}) or (${shown('NEW')} and (${differ})) then
          if ${shown('OLD')} then ${unlist} ${count('OLD')} end if;
          if ${shown('NEW')} then ${list} ${count('NEW')} end if;
        end if;`,
    },
  ];
};

/** The triggers of a table of links, of the listing that they lead to, and of what lists. */
const ofLinks = (kept: KeptTable, links: KeptLinks, words: Words): Part[] => {
  const { shown, columns, values } = words;
  const listing = quoted(links.listing);
  const [row, target] = [quoted(links.row), quoted(links.target)];
  // Read with a lock: a row that is just being published is waited for, and read as it is then.
  const list = `insert into ${listing} (${columns})
    select ${values('listed', `NEW.${target}`)} from ${quoted(kept.table)} as listed
    where listed.id = NEW.${row} and ${shown('listed')} and NEW.${target} is not null
    lock in share mode
    on duplicate key update ${listing}.row_id = NEW.${row};`;
  const unlist = `delete from ${listing} where row_id = OLD.${row} and target_id = OLD.${target};`;
  const count = (alias: 'NEW' | 'OLD'): string => {
    const locale = words.localeOf(alias, kept.locale === null ? null : 'locale');
    return words.count(links.name, `${alias}.target_id`, locale, alias === 'NEW' ? 1 : -1);
  };
  return [
    { event: 'link', when: after('insert', links.table), body: list },
    { event: 'unlink', when: after('delete', links.table), body: unlist },
    {
      event: 'relink',
      when: after('update', links.table),
      body: `if not (OLD.${row} <=> NEW.${row}) or not (OLD.${target} <=> NEW.${target}) then
          ${unlist} ${list}
        end if;`,
    },
    {
      event: 'gone',
      when: after('delete', links.targets),
      body: `delete from ${listing} where target_id = OLD.id;`,
    },
    { event: 'listed', when: after('insert', links.listing), body: count('NEW') },
    { event: 'unlisted', when: after('delete', links.listing), body: count('OLD') },
  ];
};

/** The triggers of a kept table. */
export const triggers = (kept: KeptTable, mark: string): readonly Trigger[] => {
  const words = wordsOf(kept);
  const made = (name: string, parts: readonly Part[]): Trigger[] =>
    parts.map(({ event, when, body }) => {
      const own = `${kept.prefix}${name}_${event}`;
      return {
        name: own,
        statements: [`create trigger ${quoted(own)} ${when} begin /* ${mark} */ ${body} end`],
      };
    });
  return [
    ...made(kept.name, ofTable(kept, words)),
    ...kept.links.flatMap((links) => made(links.name, ofLinks(kept, links, words))),
  ];
};
