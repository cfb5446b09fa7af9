import { replay, type Replayed, rootOf } from './replay';

/**
 * What has to be there after imports, editors' work and rollbacks in any order: what the runs that
 * count and the editors have made, as they made it. No database, no digests, no pages of work: the
 * engine is held against it.
 */

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

/** A category, known by the run that made it. */
export interface Term {
  readonly value: string;
  readonly run: number;
  id: string;
  state: 'there' | 'removed' | 'deleted';
  isEdited: boolean;
}

export type Value = string | Term | null;
export const ATTRIBUTES = ['title', 'category', 'body', 'slug', 'date', 'permalink'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];
export type Values = Readonly<Record<string, Value>>;

/** What the record of a file says of an attribute. */
export interface Imported {
  readonly from: string;
  readonly as: Value;
}

/** What was done to a document, in order. */
export type Act =
  | {
      readonly kind: 'run';
      readonly run: number;
      readonly writes: Values;
      /** What of it went to the public row, too. */
      readonly shared: ReadonlySet<string>;
      readonly imported: Readonly<Record<string, Imported>>;
      /** The address that its file asked for. */
      readonly address: string;
    }
  | { readonly kind: 'update'; readonly name: string; readonly value: string }
  | { readonly kind: 'publish' | 'unpublish' | 'discard' };

export interface Document {
  readonly run: number;
  readonly created: Values;
  readonly imported: Readonly<Record<string, Imported>>;
  readonly acts: Act[];
  /** The address that its file asked for when it was made. */
  readonly firstAddress: string;
  id: string;
  /** Removed by a rollback, it may be made again. */
  isRemoved: boolean;
  /** Deleted by an editor, it stays so; its file is known to have become it all the same. */
  isDeleted: boolean;
  /** Counts up with every removal: the last removed comes back first. */
  removedAt: number;
  /** Whose work shows in the times of its rows. */
  stamps: { draft: 'run' | 'editor'; published: 'run' | 'editor' };
  /** An editor's work was covered by a run's. */
  isEdited: boolean;
  /** Where its file is, what that said when it was last read, and the address that it asked for. */
  path: string;
  said: string;
  address: string;
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const slugOf = (path: string): string => baseName(path).slice('2022-03-03-'.length, -'.md'.length);
const textOf = (content: Content): string => JSON.stringify(content);
/** The address of all files that have a permalink, and the slug of those that have one. */
export const SHARED = 'shared';
export const SHARED_SLUG = 'post-9';
export const permalinkOf = ({ permalink }: Content): string =>
  permalink === 'A' ? '' : '/shared/';
const slugIn = (path: string, { permalink }: Content): string =>
  permalink === 'C' ? SHARED_SLUG : slugOf(path);
const addressOf = (path: string, content: Content): string =>
  permalinkOf(content) === '' ? `${content.category}/${slugOf(path)}` : SHARED;

export class Model {
  readonly files = new Map<string, Content>();
  readonly documents: Document[] = [];
  readonly terms: Term[] = [];
  /** The ledger's word on values. */
  readonly byValue = new Map<string, Term>();
  readonly runs: number[] = [];
  readonly rollbacks = new Map<number, number>();
  /** Whose the address is that several files may ask for. */
  owner: Document | null = null;
  #removals = 0;

  /** The documents that files are known to have become, deleted ones too. */
  known(): Document[] {
    return this.documents.filter(({ isRemoved }) => !isRemoved);
  }

  /** The addresses that runs that count have asked for, and the slugs that they wrote. */
  addressesOf(document: Document): { readonly paths: Set<string>; readonly slugs: Set<string> } {
    const acts = document.acts.filter((act) => act.kind === 'run' && this.stands(act.run));
    const runs = acts.flatMap((act) => (act.kind === 'run' ? [act] : []));
    const slugs = [document.created, ...runs.map(({ writes }) => writes)].flatMap(({ slug }) =>
      typeof slug === 'string' ? [slug] : []
    );
    const paths = [document.firstAddress, ...runs.map(({ address }) => address)];
    return { paths: new Set(paths), slugs: new Set(slugs) };
  }

  /**
   * Of those that ask for the shared address, and of the one that has it: one that visitors see goes
   * before one that they do not, one whose file asks for it now before one whose file has another by
   * now, then the newer one, then the later path. Where there is none, it is of those that have asked
   * for it in runs that count.
   */
  settleOwner(): void {
    const rank = (document: Document): string => {
      const isShown = this.rows(document).published === null ? '0' : '1';
      const asks = document.address === SHARED ? '1' : '0';
      const date = this.imported(document)['date']?.from ?? '';
      return [isShown, asks, date, document.path].join(' ');
    };
    const counted = this.living().filter((known) => this.addressesOf(known).paths.has(SHARED));
    const asking = counted.filter(
      (document) => document.address === SHARED || document === this.owner
    );
    const best = (asking.length > 0 ? asking : counted).toSorted((a, b) =>
      rank(a) < rank(b) ? 1 : -1
    );
    this.owner = best[0] ?? null;
  }

  living(): Document[] {
    return this.known().filter(({ isDeleted }) => !isDeleted);
  }

  stands(run: number): boolean {
    return this.undoing(run) === null;
  }

  /** The rollback that a run is undone by. */
  undoing(run: number): number | null {
    for (const [rollback, undone] of [...this.rollbacks].reverse()) {
      if (undone === run && this.undoing(rollback) === null) return rollback;
    }
    return null;
  }

  rows(document: Document): Replayed {
    return replay(document, (run) => this.stands(run));
  }

  /** The term that stands for another now: one that was removed may have been made again as another. */
  successor(term: Term): Term {
    if (term.state !== 'removed') return term;
    const other = this.byValue.get(term.value);
    return other?.state === 'there' ? other : term;
  }

  /** What is seen of a value: nothing of a term that an editor has deleted. */
  seen(value: Value): Value {
    if (value === null || typeof value === 'string') return value;
    const term = this.successor(value);
    return term.state === 'deleted' ? null : term;
  }

  imported(document: Document): Record<string, Imported> {
    const now: Record<string, Imported> = { ...document.imported };
    for (const act of document.acts) {
      if (act.kind === 'run' && this.stands(act.run)) Object.assign(now, act.imported);
    }
    return now;
  }

  /** Whether an editor's work is in a document. */
  isEditedNow(document: Document): boolean {
    const { draft, published } = this.rows(document);
    if (document.isEdited || document.stamps.draft === 'editor') return true;
    if (published === null || document.stamps.published === 'editor') return true;
    const imported = this.imported(document);
    return ATTRIBUTES.some((name) => {
      const as = imported[name]?.as ?? null;
      const was = as === null || typeof as === 'string' ? as : this.successor(as);
      return this.seen(draft[name] ?? null) !== was;
    });
  }

  /** Editors */

  update(document: Document, name: string, value: string): void {
    document.acts.push({ kind: 'update', name, value });
    document.stamps.draft = 'editor';
  }

  publish(document: Document): void {
    document.acts.push({ kind: 'publish' });
    document.stamps.published = document.stamps.draft;
  }

  unpublish(document: Document): void {
    document.acts.push({ kind: 'unpublish' });
  }

  discard(document: Document): void {
    document.acts.push({ kind: 'discard' });
    document.stamps.draft = document.stamps.published;
  }

  /** Imports */

  import(run: number, overwrites: boolean): void {
    this.runs.push(run);
    const paths = [...this.files.keys()].sort((a, b) => (a < b ? -1 : 1));
    const moved = this.#findMoved(paths);
    for (const path of paths) {
      const content = this.files.get(path);
      if (content === undefined) continue;
      const document = moved.get(path) ?? this.known().find((known) => known.path === path);
      if (document === undefined) this.#create(run, path, content);
      else this.#revise(run, document, path, content, overwrites);
    }
    this.settleOwner();
  }

  /** Files that are new where they are, and the documents of the same files where they are no more. */
  #findMoved(paths: readonly string[]): ReadonlyMap<string, Document> {
    const fresh = paths.filter((path) => !this.known().some((known) => known.path === path));
    const gone = this.known()
      .filter(({ path }) => !this.files.has(path))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    const moved = new Map<string, Document>();
    const take = (isSame: (path: string, document: Document) => boolean): void => {
      for (const path of fresh) {
        if (moved.has(path)) continue;
        const document = gone.find(
          (known) => ![...moved.values()].includes(known) && isSame(path, known)
        );
        if (document !== undefined) moved.set(path, document);
      }
    };
    take((path, document) => baseName(path) === baseName(document.path));
    const named = fresh.filter((path) => !moved.has(path));
    const nameless = gone.filter((document) => ![...moved.values()].includes(document));
    take((path, document) => {
      const content = this.files.get(path);
      return content !== undefined && textOf(content) === document.said;
    });
    for (const [path, document] of this.#findRenamed(named, nameless)) moved.set(path, document);
    return moved;
  }

  /** Of files that moved under no name those whose bytes changed, and whose text is one document's alone. */
  #findRenamed(fresh: readonly string[], gone: readonly Document[]): Map<string, Document> {
    const bytes = new Set(gone.map(({ said }) => said));
    const there = new Set(fresh.map((path) => textOf(this.files.get(path) as Content)));
    const pairs = fresh
      .filter((path) => !bytes.has(textOf(this.files.get(path) as Content)))
      .flatMap((path) =>
        gone
          .filter(({ said }) => !there.has(said))
          .filter((document) => this.#isLike(path, document))
          .map((document) => [path, document] as const)
      );
    const isOnly = ([path, document]: readonly [string, Document]): boolean =>
      pairs.filter((pair) => pair[0] === path || pair[1] === document).length === 1;
    return new Map(pairs.filter(isOnly));
  }

  /** Whether a file has the text of a document's, or else that of the document and its name or title. */
  #isLike(path: string, document: Document): boolean {
    const { title, body } = this.files.get(path) as Content;
    const imported = this.imported(document);
    // What an editor has deleted stays so while the text itself stays.
    if (imported['body']?.from === body || document.isDeleted)
      return imported['body']?.from === body;
    const isNamed =
      slugOf(path) === slugOf(document.path) || folderOf(path) === folderOf(document.path);
    const isTied = isNamed || imported['title']?.from === title;
    return isTied && this.seen(this.rows(document).draft['body'] ?? null) === body;
  }

  /** The term for a value, made where there is none. */
  #need(run: number, value: string): Term {
    const known = this.byValue.get(value);
    if (known?.state === 'there') return known;
    const term: Term = { value, run, id: '', state: 'there', isEdited: false };
    this.terms.push(term);
    this.byValue.set(value, term);
    return term;
  }

  #create(run: number, path: string, content: Content): void {
    const category = this.#need(run, content.category);
    const slug = slugIn(path, content);
    const permalink = permalinkOf(content);
    const { title, body, date } = content;
    const created = { title, body, slug, category, excerpt: null, date, permalink };
    this.documents.push({
      run,
      created,
      imported: {
        title: { from: title, as: title },
        body: { from: body, as: body },
        date: { from: date, as: date },
        permalink: { from: permalink, as: permalink },
        slug: { from: slug, as: slug },
        category: { from: content.category, as: category },
      },
      acts: [],
      firstAddress: addressOf(path, content),
      id: '',
      isRemoved: false,
      isDeleted: false,
      removedAt: 0,
      stamps: { draft: 'run', published: 'run' },
      isEdited: false,
      path,
      said: textOf(content),
      address: addressOf(path, content),
    });
  }

  #revise(
    run: number,
    document: Document,
    path: string,
    content: Content,
    overwrites: boolean
  ): void {
    const address = addressOf(path, content);
    const isElsewhere = address !== document.address;
    Object.assign(document, { path, said: textOf(content), address });
    if (document.isDeleted) return;
    const said: Record<string, string> = {
      ...content,
      permalink: permalinkOf(content),
      slug: slugIn(path, content),
    };
    const before = this.imported(document);
    const { draft, published } = this.rows(document);
    const taken: string[] = [];
    const imported: Record<string, Imported> = {};
    for (const name of ATTRIBUTES) {
      const base = before[name] ?? { from: '', as: null };
      const site = this.seen(draft[name] ?? null);
      const from = said[name] ?? '';
      if (from === base.from) continue;
      const wanted = name === 'category' ? this.byValue.get(from) : from;
      const isAlike =
        wanted !== undefined &&
        (typeof wanted === 'string' || wanted.state === 'there') &&
        wanted === site;
      if (isAlike) imported[name] = { from, as: site };
      else if (site === this.#as(base.as) || overwrites) taken.push(name);
    }
    const writes: Record<string, Value> = {};
    if (taken.length > 0) {
      const wasEdited = this.isEditedNow(document);
      const category = this.#need(run, content.category);
      for (const name of taken) {
        const value = name === 'category' ? category : (said[name] ?? '');
        writes[name] = value;
        imported[name] = { from: said[name] ?? '', as: value };
      }
      document.isEdited = wasEdited;
      if (!wasEdited) document.stamps = { draft: 'run', published: 'run' };
    }
    const shared = new Set(
      taken.filter(
        (name) =>
          published !== null &&
          this.seen(published[name] ?? null) === this.seen(draft[name] ?? null)
      )
    );
    if (taken.length > 0 || Object.keys(imported).length > 0 || isElsewhere) {
      document.acts.push({ kind: 'run', run, writes, shared, imported, address });
    }
  }

  #as(value: Value): Value {
    return value === null || typeof value === 'string' ? value : this.successor(value);
  }

  /** Rollbacks */

  rollback(run: number, undone: number): void {
    this.#flip(run, undone);
    this.settleOwner();
  }

  #flip(run: number, undone: number): void {
    const root = rootOf(this.rollbacks, undone);
    const touched = this.documents.filter(
      (document) =>
        document.run === root || document.acts.some((act) => act.kind === 'run' && act.run === root)
    );
    const edited = new Map(touched.map((document) => [document, this.isEditedNow(document)]));
    const stood = this.stands(root);
    this.runs.push(run);
    this.rollbacks.set(run, undone);
    const redoes = this.stands(root);
    // Of several rollbacks of one run each is enough.
    if (redoes === stood) return this.#sweepTerms();
    for (const document of touched) {
      const writes = document.acts.some(
        (act) => act.kind === 'run' && act.run === root && Object.keys(act.writes).length > 0
      );
      if (!document.isRemoved && !document.isDeleted && writes && edited.get(document)) {
        document.isEdited = true;
      }
    }
    if (redoes) this.#reviveTerms(root);
    const leaving = touched.filter(
      (document) => !document.isRemoved && !this.#isHeld(document, edited.get(document) ?? false)
    );
    for (const document of leaving) {
      document.removedAt = this.#removals += 1;
      document.isRemoved = true;
    }
    const freed = leaving.map(({ path }) => path);
    const coming = this.documents
      .filter((document) => document.isRemoved && !leaving.includes(document))
      .filter((document) => touched.includes(document) || freed.includes(document.path))
      .filter((document) => this.#isHeld(document, false))
      .sort((a, b) => b.removedAt - a.removedAt);
    for (const document of coming) {
      if (this.known().some((known) => known.path === document.path)) continue;
      document.isRemoved = false;
      this.#needTerms(document);
    }
    for (const document of touched) this.#needTerms(document);
    for (const document of [...touched, ...coming]) document.address = this.#askedAddress(document);
    this.#sweepTerms();
  }

  /** The address that its file asked for when a run that counts last read it. */
  #askedAddress({ acts, firstAddress }: Document): string {
    const last = acts.findLast((act) => act.kind === 'run' && this.stands(act.run));
    return last?.kind === 'run' ? last.address : firstAddress;
  }

  #isHeld(document: Document, isEdited: boolean): boolean {
    return (
      this.stands(document.run) ||
      (isEdited && !document.isDeleted && !document.isRemoved) ||
      document.acts.some(
        (act) => act.kind === 'run' && this.stands(act.run) && Object.keys(act.writes).length > 0
      )
    );
  }

  /** Terms that a document shows again are made again. */
  #needTerms(document: Document): void {
    if (document.isRemoved || document.isDeleted) return;
    const { draft, published } = this.rows(document);
    for (const row of [draft, published]) {
      const value = row?.['category'];
      if (value === undefined || value === null || typeof value === 'string') continue;
      const term = this.successor(value);
      if (term.state === 'removed') this.#revive(term);
    }
  }

  #revive(term: Term): void {
    term.state = 'there';
    this.byValue.set(term.value, term);
  }

  #reviveTerms(root: number): void {
    for (const term of this.terms.toReversed()) {
      if (term.run === root && term.state === 'removed' && this.successor(term) === term) {
        this.#revive(term);
      }
    }
  }

  /** Terms that nobody has made, edited or uses go; one of the same value may have been there before. */
  #sweepTerms(): void {
    const used = new Set(
      this.living().flatMap((document) => {
        const { draft, published } = this.rows(document);
        return [draft['category'], published?.['category']].map((value) =>
          this.seen(value ?? null)
        );
      })
    );
    for (const [value, term] of [...this.byValue]) {
      if (this.stands(term.run) || (term.isEdited && term.state === 'there') || used.has(term))
        continue;
      if (term.state === 'there') term.state = 'removed';
      this.byValue.delete(value);
      const before = this.terms.findLast(
        (other) => other.value === value && other.state === 'removed' && this.stands(other.run)
      );
      if (before !== undefined) this.#revive(before);
    }
  }
}
