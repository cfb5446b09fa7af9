import { createListeners } from './listeners';
import type { Reading } from './readings';

/** An attribute that both have changed. */
export interface Conflict {
  readonly attribute: string;
  /** As it is now; of relations, the ids of the documents. Left out where it may not be read. */
  readonly now?: unknown;
  /** Of relations, what the documents are called, as far as the editor may know. */
  readonly names?: Readonly<Record<string, string>>;
}

/** A save that was not made. */
export interface Refusal {
  /** Names the document in the language of the form. */
  readonly key: string;
  /** The attributes that somebody else has changed, too; none where it is refused for another reason. */
  readonly conflicts: readonly Conflict[];
  /** How the document is now. */
  readonly reading: Reading | null;
}

/** Saves that were refused, or had no answer. */
export const refusals = createListeners<Refusal>();

/** Drafts that were given up, and with them what was typed. */
export const discarded = createListeners<undefined>();

/** A save that was made. */
export interface Saved {
  /** The id of a document that was not there before. */
  readonly madeAs: string | null;
}

export const saved = createListeners<Saved>();
