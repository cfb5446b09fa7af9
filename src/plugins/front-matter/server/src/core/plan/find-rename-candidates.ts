import { nameSimilarity } from './similarity';

/** What is known of a file before its body is loaded. */
export interface ComparedFile {
  /** Of its record. */
  readonly key: string;
  readonly path: string;
  /** Hash of the title; null where there is none. */
  readonly title: string | null;
  /** Hash of the body as the file has it; null where there is none. */
  readonly body: string | null;
}

/** A file that is gone and that a new one may be, with the reasons. */
export interface RenameCandidate<Gone extends ComparedFile> {
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
  /** The new file has a title, a slug, a place or a body that too many have: not all candidates are known. */
  readonly isCrowded: boolean;
}

/** Finds, for new files, the candidates among files that are gone. */
export interface CandidateFinder<Gone extends ComparedFile> {
  readonly candidatesOf: (file: Omit<ComparedFile, 'key'>) => readonly RenameCandidate<Gone>[];
  /** Whether too many files have what this one shares with a new file: not all that are like it are known. */
  readonly isHidden: (gone: Gone) => boolean;
}

/** Least similarity of two slugs of one folder and date: `hello-world` and `hello-brave-world` have 0.69. */
const MIN_SIMILARITY = 0.5;

/**
 * A title, slug or body that more files have than this makes none of them a candidate: a title like
 * "Weekly news", a slug like `index`. The new file is then not taken for any other either, since it may
 * be one of these.
 */
const MAX_CANDIDATES = 16;

/** Where more files of one folder and date are gone than this, their slugs are not compared. */
const MAX_NEIGHBOURS = 200;

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
 * Finds which of the files that are gone a new one may be, by its name, its title or the hash of its
 * body. This is cheap: bodies are loaded and compared for the candidates alone.
 */
export const candidateFinder = <Gone extends ComparedFile>(
  files: readonly Gone[]
): CandidateFinder<Gone> => {
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

  const candidatesOf = (file: Omit<ComparedFile, 'key'>): readonly RenameCandidate<Gone>[] => {
    const { place, date, slug } = placeOf(file.path);
    let isCrowded = false;
    const unlessCrowded = (items: readonly Gone[], most = MAX_CANDIDATES): readonly Gone[] => {
      if (items.length <= most) return items;
      isCrowded = true;
      hide(items);
      return [];
    };
    const listed = (lists: ReadonlyMap<string, readonly Gone[]>, key: string | null) =>
      new Set(key === null ? [] : unlessCrowded(lists.get(key) ?? []));
    const neighbours = unlessCrowded(byPlace.get(place) ?? [], MAX_NEIGHBOURS);
    const similar = neighbours.filter(
      (each) => nameSimilarity(slugs.get(each) ?? '', slug) >= MIN_SIMILARITY
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
  return { candidatesOf, isHidden: (gone) => hidden.has(gone) };
};
