/**
 * What the admin panel asks of this plugin and is answered. The types are shared by both sides: the panel imports
 * nothing else of the server.
 */

/** What the panel is told of a type, in its schema's `pluginOptions.newsroom`. */
export interface PanelOptions {
  /** Of a served type: fields of its form that are folded until somebody opens them. */
  readonly fold?: readonly string[];
  /** Of a served type: relations, and what their documents are called by. */
  readonly relations?: readonly NamedRelation[];
  /** Of a served type: whether its documents can be published at a time that is set before. */
  readonly isScheduled?: boolean;

  /** Of a served type: whether links to previews of its documents can be made. */
  readonly hasLinks?: boolean;
  /** Of a type of terms. */
  readonly terms?: {
    readonly name: string;
    readonly isNested: boolean;
    /** The types whose documents have them, and by which relation. */
    readonly posts: readonly TermRelation[];
  };
  /** The relations to terms, of a type whose documents have them. */
  readonly filedUnder?: readonly (TermRelation & {
    /** The attribute with the terms' names. */
    readonly name: string;
  })[];
}

/** A relation whose documents have names. */
export interface NamedRelation {
  readonly attribute: string;
  /** The type that it leads to. */
  readonly target: string;
  /** The attribute that names a document of that type. */
  readonly name: string;
}

/** What a list's answer has for such a relation of a row, beside its count. */
export interface Named {
  readonly count: number;
  /** The names of the first few. */
  readonly names?: readonly string[];
}

/** A relation to terms. */
export interface TermRelation {
  /** The type at the other end. */
  readonly uid: string;
  readonly attribute: string;
}

/** How many documents have a term, by the draft and by what is published. */
export interface TermCounts {
  readonly drafts: number;
  readonly published: number;
}

/** `GET /newsroom/terms/:uid/:documentId`: who has a term. */
export interface TermUsage extends TermCounts {
  /** How many terms stand right under it. */
  readonly children: number;
}

/** One term of `GET /newsroom/terms/:uid`. */
export interface ListedTerm extends TermCounts {
  readonly documentId: string;
  readonly name: string;
  /** The term above; null for none. */
  readonly parent: string | null;
}

/** `GET /newsroom/terms/:uid`: all terms of a type, by name. */
export interface TermList {
  readonly terms: readonly ListedTerm[];
  /** Whether there are more than are listed. */
  readonly isCut: boolean;
}

/** `POST /newsroom/terms/:uid/:documentId/merge`. */
export interface MergeRequest {
  /** The term that takes the place of the other. */
  readonly into: string;
}

/** What a merge has come to: to be asked again until it is done. */
export interface MergeProgress {
  /** How many documents this request has moved. */
  readonly moved: number;
  readonly isDone: boolean;
}

/** `POST /newsroom/documents/:uid`: what is to be done with some documents. */
export interface BulkRequest {
  readonly documentIds: readonly string[];
  readonly locale?: string | null | undefined;
  readonly deed: BulkDeed;
}

export type BulkDeed =
  | { readonly kind: 'unpublish' }
  | {
      readonly kind: 'add' | 'remove';
      readonly attribute: string;
      readonly terms: readonly string[];
    };

/** What became of one document. */
export interface BulkOutcome {
  readonly documentId: string;
  /** `unchanged`: it was so already. */
  readonly outcome: 'done' | 'unchanged' | 'failed';
  /** Why it failed, in the language of the panel. */
  readonly message: string | null;
}

/** What the panel tells of a form that is open, and again as long as it is: every half a minute. */
export interface OpenFormRequest {
  /** Names the form among all that are open anywhere; at most 64 characters. */
  readonly form: string;
  /** Empty for the usual one. */
  readonly locale: string;
  /** Whether it is closed now. */
  readonly isClosed?: boolean;
}

/** Somebody else's form of the same document, or one's own in another window. */
export interface OtherForm {
  readonly userName: string;
  readonly isOwn: boolean;
}

/** `POST /newsroom/previews/:uid/:documentId`: a link to a version of a document is to be made. */
export interface PreviewRequest {
  /** Null, or left out, for the usual one. */
  readonly locale?: string | null | undefined;
  readonly status?: 'draft' | 'published';
}

/** A link that shows a document to whoever has it. */
export interface MadeLink {
  /** A whole address; only its path where the server does not know its own host. */
  readonly url: string;
  /** Until when, in ISO 8601. */
  readonly endsAt: string;
}
