import type { Content } from './content';
import { type Document, type Imported, standingRuns, type Term, type Value } from './document';
import { replay, type Replayed } from './replay';
import { Runs } from './runs';

/** The attributes that files give. */
export const ATTRIBUTES = ['title', 'category', 'body', 'slug', 'date', 'permalink'] as const;

/**
 * What has to be there after imports, editors' work and rollbacks in any order: what the runs that
 * count and the editors have made, as they made it. No database, no digests, no batches: the engine
 * is held against it.
 */
export class Model {
  readonly files = new Map<string, Content>();
  readonly documents: Document[] = [];
  readonly terms: Term[] = [];
  /** The ledger's word on values. */
  readonly byValue = new Map<string, Term>();
  readonly runs = new Runs();
  /** Whose the address is that several files may ask for. */
  owner: Document | null = null;
  /** How often documents were removed. */
  removals = 0;

  /** Whether what a run did is to be there. */
  readonly stands = (run: number): boolean => this.runs.stands(run);

  /** The documents that files are known to have become, deleted ones too. */
  known(): Document[] {
    return this.documents.filter(({ isRemoved }) => !isRemoved);
  }

  living(): Document[] {
    return this.known().filter(({ isDeleted }) => !isDeleted);
  }

  rows(document: Document): Replayed {
    return replay(document, this.stands);
  }

  /** The addresses that runs that count have asked for, and the slugs that they wrote. */
  addressesOf(document: Document): { readonly paths: Set<string>; readonly slugs: Set<string> } {
    const runs = standingRuns(document, this.stands);
    const slugs = [document.created, ...runs.map(({ writes }) => writes)].flatMap(({ slug }) =>
      typeof slug === 'string' ? [slug] : []
    );
    const paths = [document.firstAddress, ...runs.map(({ address }) => address)];
    return { paths: new Set(paths), slugs: new Set(slugs) };
  }

  /** What the record of a document's file says of each attribute. */
  imported(document: Document): Record<string, Imported> {
    const runs = standingRuns(document, this.stands);
    return Object.assign({ ...document.imported }, ...runs.map(({ imported }) => imported));
  }

  /** The term that stands for another now: one that was removed may have been made again as another. */
  successor(term: Term): Term {
    if (term.state !== 'removed') return term;
    const other = this.byValue.get(term.value);
    return other?.state === 'there' ? other : term;
  }

  /** A value with the term that stands for its own now. */
  succeeded(value: Value): Value {
    return value === null || typeof value === 'string' ? value : this.successor(value);
  }

  /** What is seen of a value: nothing of a term that an editor has deleted. */
  seen(value: Value | undefined): Value {
    const now = this.succeeded(value ?? null);
    return now !== null && typeof now !== 'string' && now.state === 'deleted' ? null : now;
  }

  /** Whether an editor's work is in a document. */
  isEditedNow(document: Document): boolean {
    const { draft, published } = this.rows(document);
    if (document.isEdited || document.stamps.draft === 'editor') return true;
    if (published === null || document.stamps.published === 'editor') return true;
    const imported = this.imported(document);
    return ATTRIBUTES.some(
      (name) => this.seen(draft[name]) !== this.succeeded(imported[name]?.as ?? null)
    );
  }
}
