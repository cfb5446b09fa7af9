import { nameLikeness } from './likeness';

/** What files are tied by, before their bodies are compared. */
export interface TiedFile {
  /** Of its record. */
  readonly key: string;
  readonly path: string;
  /** Digest of the title; null where there is none. */
  readonly title: string | null;
  /** Digest of the body as the file has it; null where there is none. */
  readonly body: string | null;
}

/** Why a new file may be one that is gone. */
export interface Tie<Gone extends TiedFile> {
  readonly gone: Gone;
  /** The same slug, or a similar one in the same folder with the same date. */
  readonly byName: boolean;
  /** The same folder and the same date, whatever the slug. */
  readonly byPlace: boolean;
  readonly byTitle: boolean;
  /** The bodies are the same, whatever else has changed. */
  readonly byBody: boolean;
  /** Their slugs have numbers that differ: `part-1` and `part-2`, `ruby-3-2-4` and `ruby-3-3-1`. */
  readonly isNumbered: boolean;
}

/** How alike two slugs of one folder and date have to be: `hello-world` and `hello-brave-world` are by 0.69. */
const SIMILAR = 0.5;

/** What ties a file to more than these ties it to none: a title like "Weekly news", a slug like `index`. */
const CROWD = 16;

/** A folder that more files of one date are gone from is not looked through for similar slugs. */
const LOOKED_THROUGH = 200;

interface Place {
  /** Folder and date in one. */
  readonly place: string;
  readonly slug: string;
}

/** `2022-03-03-hello.md`: a date, where there is one, the slug, and the extension. */
const NAME = /^(?:(\d{2,4}-\d{1,2}-\d{1,2})-)?(.*?)(?:\.[^.]*)?$/su;

const placeOf = (path: string): Place => {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const [, date = '', slug = ''] = NAME.exec(path.slice(folder.length)) ?? [];
  return { place: `${folder}\0${date}`, slug: slug.normalize('NFC') };
};

const add = <Item>(lists: Map<string, Item[]>, key: string, item: Item): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
};

const unlessCrowded = <Item>(items: readonly Item[]): readonly Item[] =>
  items.length > CROWD ? [] : items;

/** The numbers of a slug, in order; null where it has none. */
const numbersOf = (slug: string): string | null => slug.match(/\p{N}+/gu)?.join(' ') ?? null;

const areNumbered = (one: string, other: string): boolean => {
  const [first, second] = [numbersOf(one), numbersOf(other)];
  return first !== null && second !== null && first !== second;
};

/**
 * Finds of files that are gone those that a new one may be, by its name, its title or the whole of
 * its body. A tie is no proof, and costs little: bodies are loaded and compared for these alone.
 */
export const tieFinder = <Gone extends TiedFile>(files: readonly Gone[]) => {
  const byPlace = new Map<string, { readonly gone: Gone; readonly slug: string }[]>();
  const bySlug = new Map<string, Gone[]>();
  const byTitle = new Map<string, Gone[]>();
  const byBody = new Map<string, Gone[]>();
  for (const gone of files) {
    const { place, slug } = placeOf(gone.path);
    add(byPlace, place, { gone, slug });
    add(bySlug, slug, gone);
    if (gone.title !== null) add(byTitle, gone.title, gone);
    if (gone.body !== null) add(byBody, gone.body, gone);
  }
  const listed = (lists: ReadonlyMap<string, readonly Gone[]>, key: string | null) =>
    new Set(key === null ? [] : unlessCrowded(lists.get(key) ?? []));
  return (file: Omit<TiedFile, 'key'>): readonly Tie<Gone>[] => {
    const { place, slug } = placeOf(file.path);
    const inPlace = byPlace.get(place) ?? [];
    const neighbours = inPlace.length > LOOKED_THROUGH ? [] : inPlace;
    const similar = neighbours
      .filter((each) => nameLikeness(each.slug, slug) >= SIMILAR)
      .map(({ gone }) => gone);
    const placed = new Set(unlessCrowded(neighbours).map(({ gone }) => gone));
    const named = new Set([...unlessCrowded(similar), ...listed(bySlug, slug)]);
    const titled = listed(byTitle, file.title);
    const same = listed(byBody, file.body);
    return [...new Set([...named, ...placed, ...titled, ...same])].map((gone) => ({
      gone,
      byName: named.has(gone),
      byPlace: placed.has(gone),
      byTitle: titled.has(gone),
      byBody: same.has(gone),
      isNumbered: areNumbered(placeOf(gone.path).slug, slug),
    }));
  };
};
