import type { FileList } from '../../archive/files/file-list';
import { dateOfFile, type Standing } from '../../core/plan/rank-posts';
import { addressKey, slugKey } from '../../ledger/keys';
import { NumbersByKey } from '../keys/numbers-by-key';
import type { Creation, Revising } from '../plan/planned-file';
import { SeenKeys } from '../keys/seen-keys';

/** What a file's addresses would lead to, and the slug that its document would have. */
export interface Given {
  /** In the order asked for, in their one form; null for one that is another's, or none. */
  readonly addresses: readonly (string | null)[];
  readonly slug: string;
}

/** Attributes of a document; null for one that its type does not have. */
interface Names {
  readonly date: string | null;
  readonly slug: string | null;
}

/** Stands for no locale among the places of locales. */
const NO_LOCALE = 0;

/** Whether a post would be shown once its file is read. */
const isShownAfter = (planned: Creation | Revising): boolean => {
  if (planned.action === 'create') return planned.file.post.visibility.shown;
  const { document, revision } = planned;
  return revision.status === null ? document.published !== null : revision.status === 'publish';
};

/** What becomes of a document's page. */
const Page = { stays: 0, dated: 1, moves: 2 } as const;

/**
 * What becomes of a document's page once its file is read. A page that has its category in its
 * address is taken to stay where the category alone changes.
 */
const pageAfter = (names: Names, planned: Revising, slug: string): number => {
  const { document, revision } = planned;
  const before = names.slug === null ? slug : document.published?.values[names.slug];
  if (!isShownAfter(planned) || before !== slug) return Page.moves;
  return names.date !== null && revision.write.includes(names.date) ? Page.dated : Page.stays;
};

/**
 * What a dry run would make of files, by their places in the list: some thirty bytes for each file,
 * and for each of its addresses that is new.
 *
 * @param names of the attributes that date a document and are its slug; null where there is none
 */
export const foreseenFiles = (archive: string, files: FileList, names: Names) => {
  const { date } = names;
  /** Whose an address would be: an even number of a post's own, an odd one of a redirect. */
  const owners = new NumbersByKey();
  /** Which files would not ask any more for which address. */
  const formers = new SeenKeys();
  const formerKey = (address: string, place: number): string => addressKey(`${place} ${address}`);
  /** Whose a slug would be that its file gives: an even number of a new document's, else an odd one. */
  const slugs = new NumbersByKey();
  // Nothing before there is a file to foresee: a real run has none.
  let dates = new Float64Array(0);
  let shown = new Uint8Array(0);
  let locales = new Uint8Array(0);
  let pages = new Uint8Array(0);
  const localeNames: (string | null)[] = [null];
  /** Documents that would not have the slug that their files give: few. */
  const renamed = new Map<number, { readonly slug: string; readonly isNew: boolean }>();
  /** Places of files that have moved, by the paths that the ledger knows them by. */
  const moved = new Map<string, number>();

  const localeCode = (locale: string | null): number => {
    const known = localeNames.indexOf(locale);
    return known === -1 ? localeNames.push(locale) - 1 : known;
  };
  const own = (addresses: Given['addresses'], place: number): void => {
    for (const [index, address] of addresses.entries()) {
      if (address !== null) owners.set(addressKey(address), place * 2 + Math.min(index, 1));
    }
  };
  const rememberFile = (planned: Creation | Revising, place: number): void => {
    if (dates.length === 0) {
      dates = new Float64Array(files.length);
      shown = new Uint8Array(files.length);
      locales = new Uint8Array(files.length);
      pages = new Uint8Array(files.length);
    }
    const { path, hashes, post } = planned.file;
    dates[place] = dateOfFile(date === null ? undefined : hashes[date], path) ?? NaN;
    shown[place] = isShownAfter(planned) ? 1 : 0;
    // Nought is for files that are not noted.
    locales[place] = localeCode(post.locale) + 1;
  };

  return {
    /** @returns the file's place; -1 for one that is not in the list */
    create(planned: Creation, { addresses, slug }: Given): number {
      const { path, post } = planned.file;
      const place = files.indexOf(path);
      if (place === -1) return place;
      rememberFile(planned, place);
      own(addresses, place);
      if (slug === post.slug) slugs.set(slugKey(slug, post.locale), place * 2);
      else renamed.set(place, { slug, isNew: true });
      return place;
    },

    /** @param gone the addresses that the file asked for until now, and does not any more */
    revise(planned: Revising, { addresses, slug }: Given, gone: readonly string[]): number {
      const { file, record } = planned;
      const place = files.indexOf(file.path);
      if (place === -1) return place;
      rememberFile(planned, place);
      pages[place] = pageAfter(names, planned, slug);
      if (record.path !== file.path) moved.set(record.path, place);
      if (slug === file.post.slug) slugs.set(slugKey(slug, file.post.locale), place * 2 + 1);
      else renamed.set(place, { slug, isNew: false });
      // What it has already, the ledger knows.
      if (file.post.paths.join('\n') === (record.paths ?? []).join('\n')) return place;
      own(addresses, place);
      for (const address of gone) formers.add(formerKey(address, place));
      return place;
    },

    /** The place of the file that a record is of, where it would be read; -1 for none. */
    placeOf(record: { readonly archive: string; readonly path: string }): number {
      if (record.archive !== archive) return -1;
      const place = moved.get(record.path) ?? files.indexOf(record.path);
      return (locales[place] ?? NO_LOCALE) === NO_LOCALE ? -1 : place;
    },

    /** What would be decided by, of a file that would be read. */
    standingOf(place: number, asks: Standing['asks']): Standing {
      const at = dates[place] ?? NaN;
      return {
        asks,
        isShown: shown[place] === 1,
        date: Number.isNaN(at) ? null : at,
        archive,
        path: files.pathAt(place),
      };
    },

    /** Whether a document's page would not be where it is now: it has another slug, or is hidden. */
    movesPage: (place: number): boolean => pages[place] === Page.moves,

    /** The date that a file would give its document, in ISO 8601; null where that keeps its own. */
    dateGiven(place: number): string | null {
      const at = pages[place] === Page.dated ? (dates[place] ?? NaN) : NaN;
      return Number.isNaN(at) ? null : new Date(at).toISOString();
    },

    pathOf: (place: number): string => files.pathAt(place),

    localeOf: (place: number): string | null => localeNames[(locales[place] ?? 1) - 1] ?? null,

    /** The file that would be given an address, and how it asks for it. */
    ownerOf(address: string): { readonly place: number; readonly asks: 'own' | 'redirect' } | null {
      const owner = owners.get(addressKey(address));
      if (owner === undefined) return null;
      return { place: Math.floor(owner / 2), asks: owner % 2 === 0 ? 'own' : 'redirect' };
    },

    /** Whether a file would not ask any more for an address that it asked for until now. */
    gaveUp: (address: string, place: number): boolean => formers.has(formerKey(address, place)),

    /** The slug that a document would have in the place of the one that its file gives; null for none. */
    renamedTo: (place: number): { readonly slug: string; readonly isNew: boolean } | null =>
      renamed.get(place) ?? null,

    /** The file that would give its document a slug; null where none of those that are read would. */
    slugOwner(
      slug: string,
      locale: string | null
    ): { readonly place: number; readonly isNew: boolean } | null {
      const owner = slugs.get(slugKey(slug, locale));
      return owner === undefined ? null : { place: Math.floor(owner / 2), isNew: owner % 2 === 0 };
    },
  };
};

export type ForeseenFiles = ReturnType<typeof foreseenFiles>;
