/**
 * What has to become of an archive and a site, by the rules alone: no database, no digests, no
 * batches. The tests hold the engine against it.
 */

/** What a file says, and what a row has. */
export interface Content {
  readonly title: string;
  readonly category: string;
}

/** A row as the site shows it; excerpts are editors' own. */
export interface Row extends Content {
  readonly excerpt: string | null;
}

export interface Doc {
  draft: Row;
  published: Row;
  deleted: boolean;
}

interface Remembered {
  path: string;
  /** What the file said when it was last read: files of one content are the same bytes. */
  said: string;
  readonly doc: Doc;
  /** What the archive last said of each attribute, as far as it was taken. */
  base: Content;
}

const NAMES = ['title', 'category'] as const;

const sortedPaths = (files: ReadonlyMap<string, Content>): string[] =>
  [...files.keys()].sort((a, b) => (a < b ? -1 : 1));

const saidBy = ({ title, category }: Content): string => `${title} ${category}`;

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export class Model {
  readonly files = new Map<string, Content>();
  readonly #records: Remembered[] = [];

  /** Documents by the paths that they are known by, deleted ones too. */
  documents(): ReadonlyMap<string, Doc> {
    return new Map(this.#records.map(({ path, doc }) => [path, doc]));
  }

  /** What one import makes of it all. */
  import(): void {
    const paths = sortedPaths(this.files);
    const moved = this.#findMoved(paths);
    for (const path of paths) {
      const content = this.files.get(path);
      if (content === undefined) continue;
      const record = moved.get(path) ?? this.#records.find((known) => known.path === path);
      if (record === undefined) this.#create(path, content);
      else this.#revise(record, path, content);
    }
  }

  /** Files that are new where they are, and the records of the same files where they are no more. */
  #findMoved(paths: readonly string[]): ReadonlyMap<string, Remembered> {
    const fresh = paths.filter((path) => !this.#records.some((known) => known.path === path));
    const gone = this.#records
      .filter(({ path }) => !this.files.has(path))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    const moved = new Map<string, Remembered>();
    const isFree = (record: Remembered): boolean => ![...moved.values()].includes(record);
    const take = (isSame: (path: string, record: Remembered) => boolean): void => {
      for (const path of fresh) {
        if (moved.has(path)) continue;
        const record = gone.find((known) => isFree(known) && isSame(path, known));
        if (record !== undefined) moved.set(path, record);
      }
    };
    take((path, record) => baseName(path) === baseName(record.path));
    take((path, record) => {
      const content = this.files.get(path);
      return content !== undefined && saidBy(content) === record.said;
    });
    return moved;
  }

  #create(path: string, content: Content): void {
    const row: Row = { ...content, excerpt: null };
    const doc: Doc = { draft: row, published: row, deleted: false };
    this.#records.push({ path, said: saidBy(content), doc, base: content });
  }

  #revise(record: Remembered, path: string, content: Content): void {
    record.path = path;
    record.said = saidBy(content);
    const { doc } = record;
    if (doc.deleted) return;
    for (const name of NAMES) {
      const said = content[name];
      const before = record.base[name];
      const site = doc.draft[name];
      if (said === before) continue;
      if (said !== site && site !== before) continue;
      record.base = { ...record.base, [name]: said };
      if (said === site) continue;
      const isShared = doc.published[name] === site;
      doc.draft = { ...doc.draft, [name]: said };
      if (isShared) doc.published = { ...doc.published, [name]: said };
    }
  }
}
