import type { Decisions, SweepingDecision } from '../core/plan/decide-conflicts';
import type { Issue } from '../core/issue';

/*
 * What the pages of an archive's conflicts ask of this plugin and are answered. The types are shared by both sides.
 * Addresses are below `/front-matter`; times are ISO 8601.
 */

/** A file that has changed since it was imported, and whose document an editor has changed as well. */
export interface ListedConflict {
  readonly id: number;
  /** From the archive's root. */
  readonly path: string;
  readonly documentId: string | null;
  readonly locale: string | null;
  /** As editors see it; null where the document has none, or is gone. */
  readonly title: string | null;
  /**
   * The attributes in conflict. None: the file says another language than its document has, which is settled in the
   * file. Null: an earlier release has found it, and the next import tells.
   */
  readonly fields: readonly string[] | null;
  /** The run that found it; null where nobody knows. */
  readonly since: { readonly run: number; readonly at: string | null } | null;
}

/** `GET /archives/:key/conflicts?after=`: a page of an archive's conflicts. */
export interface ConflictPage {
  readonly conflicts: readonly ListedConflict[];
  /** What to give as `after` for the next page; null at the end. */
  readonly next: number | null;
  /** How many there are in all. */
  readonly count: number;
  /** What is to be sent back with one decision for all of them. */
  readonly look: Pick<SweepingDecision, 'lookedAt' | 'run'>;
}

/** The value of an attribute, to be read. */
export type ConflictValue =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Whether it is longer than what is shown. */
      readonly isCut: boolean;
    }
  | { readonly kind: 'date'; readonly at: string }
  /** Categories or tags. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** Whether the post is public; `held`: an editor has decided when it is published. */
  | { readonly kind: 'status'; readonly status: 'public' | 'hidden' | 'held' }
  | { readonly kind: 'empty' }
  /** The ledger does not have it any more. */
  | { readonly kind: 'unknown' };

/** An attribute that is not the same in the archive and on the site. */
export interface ConflictField {
  readonly attribute: string;
  /**
   * `conflict`: it is to be decided. `archive`: only the file has changed it, and an import writes it; `site`: only an
   * editor has, and an import keeps it.
   */
  readonly state: 'conflict' | 'archive' | 'site';
  readonly archive: ConflictValue;
  /** In the draft. */
  readonly site: ConflictValue;
  /** What was imported last. */
  readonly imported: ConflictValue;
  /** What is to be sent back with a decision. */
  readonly seen: string;
}

/** `GET /archives/:key/conflicts/:id` */
export interface Conflict extends ListedConflict {
  /** The file's as it is now, to be sent back with a decision; null where it could not be read. */
  readonly checksum: string | null;
  /**
   * Why there is nothing to decide: the file is gone, or cannot be read; the document is gone; the file says another
   * language. Null where there is something, and where an import finds no conflict any more.
   */
  readonly obstacle: 'no-file' | 'unreadable' | 'deleted' | 'elsewhere' | null;
  /** What there is to say of the file. */
  readonly issues: readonly Issue[];
  /** Those that differ. */
  readonly details: readonly ConflictField[];
  /** The one after it; null at the end. */
  readonly next: number | null;
}

/** `POST /archives/:key/settle`: starts an import that settles conflicts. What has changed since is left in conflict. */
export type SettleRequest = Decisions;
