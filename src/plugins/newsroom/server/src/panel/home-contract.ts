/* What the admin panel asks for the home page, and is answered; beside `contract.ts`. */

/** A document in a widget of the home page. */
interface HomeDocument {
  readonly uid: string;
  readonly documentId: string;
  /** Null for a type without languages. */
  readonly locale: string | null;
  /** What its type is called; null where the editor may read one type alone. */
  readonly type: string | null;
  /** Null where it has none, or the editor may not read it. */
  readonly title: string | null;
  /** An instant of ISO 8601. */
  readonly at: string;
}

/** One of `GET /newsroom/home/drafts`: what the editor has begun or changed and not published since, the newest first. */
export interface HomeDraft extends HomeDocument {
  /** Whether it is published as it was before. */
  readonly isPublished: boolean;
}

/** One of `GET /newsroom/home/published?bounds=`: what others have made and is published in a day, the newest first. */
export interface HomePublished extends HomeDocument {
  /** Who has made it; null where no editor has. */
  readonly by: string | null;
}

/** `GET /newsroom/home/days?bounds=`: how many are published in each of fourteen days. */
export type HomeDays = readonly number[];
