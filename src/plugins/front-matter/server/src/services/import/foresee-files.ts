import type { FileList } from '../../archive/files/file-list';
import type { Imported, ImportedValues } from '../../core/plan/merge-values';
import { standingOf, type Standing } from '../../core/plan/rank-posts';
import { addressKey, slugKey } from '../../ledger/keys';
import type { ExaminedFile } from '../reading/examine';
import { NumbersByKey } from './numbers-by-key';

type ReadyFile = Extract<ExaminedFile, { readonly status: 'ready' }>;

/** A post that would ask for an address. */
export interface Foreseen {
  /** A document's id, or one that stands for a file without a document. */
  readonly id: string;
  readonly locale: string | null;
  readonly standing: Standing;
  /** The slug that its file gives; null where that is not known, or is the one that it would have. */
  readonly wanted: string | null;
  /** The slug that it would have; null where that is not known, or an editor's. */
  readonly slug: string | null;
}

/** What a file without a document would be given. */
export interface Given {
  /** In the order asked for, in their one form; empty for one that is another's. */
  readonly addresses: readonly string[];
  readonly slug: string;
}

/** What ids of files without a document begin with: no document's name does. */
const FILE = 'file ';

/** What a record says of a file that was just imported. */
export const importedOf = (digests: Readonly<Record<string, string>>): ImportedValues =>
  Object.fromEntries(
    Object.entries(digests).map(([name, digest]): [string, Imported] => [
      name,
      { from: digest, as: digest },
    ])
  );

/**
 * Files that would become documents in a dry run, and whose addresses would be: some bytes for each
 * file, and for each of its addresses.
 *
 * @param date the attribute that dates a document; null where there is none
 */
export const foreseenFiles = (archive: string, files: FileList, date: string | null) => {
  const idOf = (place: number): string => `${FILE}${place}`;
  const owners = new NumbersByKey();
  // Nothing before there is a file to foresee: a real run has none.
  let dates = new Float64Array(0);
  let hidden = new Uint8Array(0);
  /** By their places among the locales that there have been. */
  let locales = new Uint16Array(0);
  const seenLocales: (string | null)[] = [];
  const localeCode = (locale: string | null): number => {
    const known = seenLocales.indexOf(locale);
    return known === -1 ? seenLocales.push(locale) - 1 : known;
  };
  /** Those that would not have the slug that they ask for. */
  const renamed = new Map<number, { readonly wanted: string; readonly slug: string }>();
  const postAt = (place: number, isOwn: boolean): Foreseen => {
    const at = dates[place];
    return {
      id: idOf(place),
      locale: seenLocales[locales[place] ?? 0] ?? null,
      standing: {
        asks: isOwn ? 'own' : 'redirect',
        isShown: hidden[place] === 0,
        date: at === undefined || Number.isNaN(at) ? null : at,
        archive,
        path: files.pathAt(place),
      },
      wanted: renamed.get(place)?.wanted ?? null,
      slug: renamed.get(place)?.slug ?? null,
    };
  };
  return {
    isFile: (id: string): boolean => id.startsWith(FILE),

    /** @returns the id that stands for the file */
    add({ path, post, digests }: ReadyFile, { addresses, slug }: Given): string | undefined {
      const place = files.indexOf(path);
      if (place === -1) return undefined;
      if (dates.length === 0) {
        dates = new Float64Array(files.length);
        hidden = new Uint8Array(files.length);
        locales = new Uint16Array(files.length);
      }
      locales[place] = localeCode(post.locale);
      const said = { archive, path, paths: [], imported: importedOf(digests) };
      const standing = standingOf(said, '', () => null, date);
      dates[place] = standing.date ?? NaN;
      hidden[place] = standing.isShown ? 0 : 1;
      // An even number stands for an address of its own, an odd one for a redirect.
      for (const [index, address] of addresses.entries()) {
        if (address !== '') owners.set(addressKey(address), place * 2 + Math.min(index, 1));
      }
      // And an even one for a slug that it asks for.
      owners.set(slugKey(slug, post.locale), place * 2 + (slug === post.slug ? 0 : 1));
      if (slug !== post.slug && post.slug !== '') renamed.set(place, { wanted: post.slug, slug });
      return idOf(place);
    },

    /** The file that an id stands for, as one that asks for an address. */
    post: (id: string, isOwn: boolean): Foreseen => postAt(Number(id.slice(FILE.length)), isOwn),

    /** The file that an address would lead to. */
    holderOf(address: string): Foreseen | null {
      const owner = owners.get(addressKey(address));
      return owner === undefined ? null : postAt(Math.floor(owner / 2), owner % 2 === 0);
    },

    /** The id of the file that asks for a slug and would have it; null for one that has it in place of another. */
    idBySlug(slug: string, locale: string | null): string | null | undefined {
      const owner = owners.get(slugKey(slug, locale));
      if (owner === undefined) return undefined;
      return owner % 2 === 0 ? idOf(owner / 2) : null;
    },
  };
};

export type ForeseenFiles = ReturnType<typeof foreseenFiles>;
