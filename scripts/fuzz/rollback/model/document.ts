/** A category, known by the run that made it. */
export interface Term {
  readonly value: string;
  readonly run: number;
  id: string;
  state: 'there' | 'removed' | 'deleted';
  isEdited: boolean;
}

export type Value = string | Term | null;
type Values = Readonly<Record<string, Value>>;

/** What the record of a file says of an attribute. */
export interface Imported {
  readonly from: string;
  readonly as: Value;
}

/** What a run did to a document. */
export interface RunAct {
  readonly kind: 'run';
  readonly run: number;
  readonly writes: Values;
  /** What of it went to the public row, too. */
  readonly shared: ReadonlySet<string>;
  readonly imported: Readonly<Record<string, Imported>>;
  /** The address that its file asked for. */
  readonly address: string;
}

/** What was done to a document. */
type Act =
  | RunAct
  | { readonly kind: 'update'; readonly name: string; readonly value: string }
  | { readonly kind: 'publish' | 'unpublish' | 'discard' };

/** A document and its history. */
export interface Document {
  readonly run: number;
  readonly created: Values;
  readonly imported: Readonly<Record<string, Imported>>;
  /** In the order in which they were done. */
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

/** What runs that count did to a document, in order. */
export const standingRuns = (
  { acts }: Document,
  stands: (run: number) => boolean
): readonly RunAct[] => acts.filter((act) => act.kind === 'run').filter(({ run }) => stands(run));

/** Whether runs that count have written into a document after it was made. */
export const isWritten = (document: Document, stands: (run: number) => boolean): boolean =>
  standingRuns(document, stands).some(({ writes }) => Object.keys(writes).length > 0);
