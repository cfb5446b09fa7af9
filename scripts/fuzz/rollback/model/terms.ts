import type { Document, Term } from './document';
import type { Model } from './model';

/** The term for a value, made where there is none. */
export const needTerm = (model: Model, run: number, value: string): Term => {
  const known = model.byValue.get(value);
  if (known?.state === 'there') return known;
  const term: Term = { value, run, id: '', state: 'there', isEdited: false };
  model.terms.push(term);
  model.byValue.set(value, term);
  return term;
};

/** Terms that a document shows again are made again. */
export const reviveShownTerms = (model: Model, document: Document): void => {
  if (document.isRemoved || document.isDeleted) return;
  const { draft, published } = model.rows(document);
  for (const row of [draft, published]) {
    const value = row?.['category'];
    if (value === undefined || value === null || typeof value === 'string') continue;
    const term = model.successor(value);
    if (term.state === 'removed') revive(model, term);
  }
};

/** Terms that a run made, and that no other of their value stands for, are made again. */
export const reviveTermsOf = (model: Model, run: number): void => {
  for (const term of model.terms.toReversed()) {
    if (term.run === run && term.state === 'removed' && model.successor(term) === term) {
      revive(model, term);
    }
  }
};

/** Terms that nobody has made, edited or uses go; one of the same value may have been there before. */
export const sweepTerms = (model: Model): void => {
  const used = new Set(
    model.living().flatMap((document) => {
      const { draft, published } = model.rows(document);
      return [draft['category'], published?.['category']].map((value) => model.seen(value));
    })
  );
  for (const [value, term] of [...model.byValue]) {
    const isKept = term.isEdited && term.state === 'there';
    if (model.stands(term.run) || isKept || used.has(term)) continue;
    if (term.state === 'there') term.state = 'removed';
    model.byValue.delete(value);
    const before = model.terms.findLast(
      (other) => other.value === value && other.state === 'removed' && model.stands(other.run)
    );
    if (before !== undefined) revive(model, before);
  }
};

const revive = (model: Model, term: Term): void => {
  term.state = 'there';
  model.byValue.set(term.value, term);
};
