/** What a file says. */
export interface Content {
  readonly title: string;
  readonly category: string;
  readonly body: string;
  /** A letter: the later, the newer. */
  readonly date: string;
  /** `A` for the address that the site's pattern gives, else the shared one; `C` for its slug, too. */
  readonly permalink: string;
}

/** The address of all files that have a permalink, and the slug of those that have one. */
export const SHARED = 'shared';
export const SHARED_SLUG = 'post-9';

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** The slug in a file's name. */
export const slugOf = (path: string): string =>
  baseName(path).slice('2022-03-03-'.length, -'.md'.length);

/** All of a file, to be compared with others. */
export const textOf = (content: Content): string => JSON.stringify(content);

export const permalinkOf = ({ permalink }: Content): string =>
  permalink === 'A' ? '' : '/shared/';

/** The slug that a file asks for. */
export const slugIn = (path: string, { permalink }: Content): string =>
  permalink === 'C' ? SHARED_SLUG : slugOf(path);

/** The address that a file asks for. */
export const addressOf = (path: string, content: Content): string =>
  permalinkOf(content) === '' ? `${content.category}/${slugOf(path)}` : SHARED;
