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
  /** Both names have a date, and not the same one. */
  readonly isDated: boolean;
  /** The new file has a title, a slug, a place or a body that too many have: not all it is like are known. */
  readonly isCrowded: boolean;
}

/** Finds what new files may be. */
export interface TieFinder<Gone extends TiedFile> {
  readonly tiesOf: (file: Omit<TiedFile, 'key'>) => readonly Tie<Gone>[];
  /** True of a file in a crowd that a new file belongs to as well: not all that are like it are known. */
  readonly isHidden: (gone: Gone) => boolean;
}

/** How alike two slugs of one folder and date have to be: `hello-world` and `hello-brave-world` are by 0.69. */
const SIMILAR = 0.5;

/**
 * What ties a file to more than these ties it to none: a title like "Weekly news", a slug like
 * `index`. Nor is the file taken for any other then, since it may rather be one of these.
 */
const CROWD = 16;

/** A folder that more files of one date are gone from is not looked through for similar slugs. */
const LOOKED_THROUGH = 200;

interface Place {
  /** Folder and date in one. */
  readonly place: string;
  /** `22-5-1`, however the name has it; null where it has none. */
  readonly date: string | null;
  readonly slug: string;
}

/** `2022-03-03-hello.md`: a date, where there is one, the slug, and the extension. */
const NAME = /^(?:(\d{2,4}-\d{1,2}-\d{1,2})-)?(.*?)(?:\.[^.]*)?$/su;

/** The parts of a date as numbers: a year may have two digits, a month one. */
const dateOf = (date: string): string | null =>
  date === ''
    ? null
    : date
        .split('-')
        .map((part) => Number(part.slice(-2)))
        .join('-');

const placeOf = (path: string): Place => {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const [, date = '', slug = ''] = NAME.exec(path.slice(folder.length)) ?? [];
  return { place: `${folder}\0${date}`, date: dateOf(date), slug: slug.normalize('NFC') };
};

const add = <Item>(lists: Map<string, Item[]>, key: string, item: Item): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
};

/** In digits of any script, or as Chinese writes them. */
const NUMBER = /\p{N}+|[零一二三四五六七八九十百千]+/gu;

/** The numbers of a slug or a title, in order; null where it has none. */
const numbersOf = (text: string): string | null => text.match(NUMBER)?.join(' ') ?? null;

/** Whether two slugs or titles both have numbers, and not the same. */
export const areNumbered = (one: string, other: string): boolean => {
  const [first, second] = [numbersOf(one), numbersOf(other)];
  return first !== null && second !== null && first !== second;
};

/**
 * Finds of files that are gone those that a new one may be, by its name, its title or the whole of
 * its body. A tie is no proof, and costs little: bodies are loaded and compared for these alone.
 */
export const tieFinder = <Gone extends TiedFile>(files: readonly Gone[]): TieFinder<Gone> => {
  const byPlace = new Map<string, Gone[]>();
  const slugs = new Map<Gone, string>();
  const bySlug = new Map<string, Gone[]>();
  const byTitle = new Map<string, Gone[]>();
  const byBody = new Map<string, Gone[]>();
  for (const gone of files) {
    const { place, slug } = placeOf(gone.path);
    slugs.set(gone, slug);
    add(byPlace, place, gone);
    add(bySlug, slug, gone);
    if (gone.title !== null) add(byTitle, gone.title, gone);
    if (gone.body !== null) add(byBody, gone.body, gone);
  }
  const hidden = new Set<Gone>();
  const crowds = new WeakSet<readonly Gone[]>();
  const hide = (crowd: readonly Gone[]): void => {
    if (crowds.has(crowd)) return;
    crowds.add(crowd);
    for (const gone of crowd) hidden.add(gone);
  };

  const tiesOf = (file: Omit<TiedFile, 'key'>): readonly Tie<Gone>[] => {
    const { place, date, slug } = placeOf(file.path);
    let isCrowded = false;
    const unlessCrowded = (items: readonly Gone[], most = CROWD): readonly Gone[] => {
      if (items.length <= most) return items;
      isCrowded = true;
      hide(items);
      return [];
    };
    const listed = (lists: ReadonlyMap<string, readonly Gone[]>, key: string | null) =>
      new Set(key === null ? [] : unlessCrowded(lists.get(key) ?? []));
    const neighbours = unlessCrowded(byPlace.get(place) ?? [], LOOKED_THROUGH);
    const similar = neighbours.filter(
      (each) => nameLikeness(slugs.get(each) ?? '', slug) >= SIMILAR
    );
    const placed = new Set(unlessCrowded(neighbours));
    const named = new Set([...unlessCrowded(similar), ...listed(bySlug, slug)]);
    const titled = listed(byTitle, file.title);
    const same = listed(byBody, file.body);
    return [...new Set([...named, ...placed, ...titled, ...same])].map((gone) => {
      const before = placeOf(gone.path);
      return {
        gone,
        byName: named.has(gone),
        byPlace: placed.has(gone),
        byTitle: titled.has(gone),
        byBody: same.has(gone),
        isNumbered: areNumbered(before.slug, slug),
        isDated: before.date !== null && date !== null && before.date !== date,
        isCrowded,
      };
    });
  };
  return { tiesOf, isHidden: (gone) => hidden.has(gone) };
};
