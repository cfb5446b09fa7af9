import type { SiteDocument, SiteRow } from '../document';
import { hashValue } from './hash-value';
import type { Sides } from './merge-values';

/** Whose value a field in conflict is to have. */
export type Side = 'archive' | 'site';

/** What somebody has decided about one field. */
interface FieldDecision {
  readonly side: Side;
  /** What the field was on the site when it was looked at, as `seenHash` says it. */
  readonly seen: string;
}

/** What somebody has decided about one file, and which one it was that was looked at. */
interface FileDecision {
  /** From the archive's root. */
  readonly path: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly checksum: string;
  /** By attribute; the others stay in conflict. */
  readonly fields: Readonly<Record<string, FieldDecision>>;
}

/** One decision for all conflicts that were there when somebody looked. */
export interface SweepingDecision {
  readonly side: Side;
  /** ISO 8601; a document that was saved since is left as it is. */
  readonly lookedAt: string;
  /** The newest run at that time; what a later one has found was not seen. */
  readonly run: number;
}

/** What has been decided about conflicts. */
export type Decisions =
  { readonly all: SweepingDecision } | { readonly files: readonly FileDecision[] };

/** A file in conflict as it is now. */
export interface Contested {
  readonly path: string;
  readonly checksum: string;
  /** What the ledger says of the file. */
  readonly record: { readonly checksum: string; readonly run: number };
  readonly document: SiteDocument;
  readonly sides: Readonly<Record<string, Sides>>;
  /** The attributes in conflict. */
  readonly conflicts: readonly string[];
}

/** What holds of the decisions about a file. */
export interface Decided {
  readonly sides: ReadonlyMap<string, Side>;
  /** Attributes that something was decided about, and that have changed since. */
  readonly outdated: readonly string[];
}

const hashIn = (row: SiteRow, name: string): string =>
  hashValue(row.values[name] ?? row.terms[name] ?? null);

/**
 * What an attribute is on the site, in the draft and in what is public, in some characters that tell whether it is the
 * same later.
 */
export const seenHash = (
  sides: Readonly<Record<string, Sides>>,
  { published }: SiteDocument,
  name: string
): string =>
  hashValue([sides[name]?.site ?? null, published === null ? null : hashIn(published, name)]);

const decideAll = (
  { side, lookedAt, run }: SweepingDecision,
  { checksum, record, document, conflicts }: Contested
): Decided => {
  const rows = [document.main, ...(document.published === null ? [] : [document.published])];
  const isSeen =
    record.checksum === checksum &&
    record.run <= run &&
    rows.every(({ updatedAt }) => Date.parse(updatedAt) < Date.parse(lookedAt));
  return isSeen
    ? { sides: new Map(conflicts.map((name) => [name, side])), outdated: [] }
    : { sides: new Map(), outdated: conflicts };
};

/**
 * Which decisions hold for a file in conflict: those about what is still as it was when somebody looked. What an editor
 * has saved since, and what the file says otherwise since, was not decided about.
 */
export const decideConflicts = (decisions: Decisions, contested: Contested): Decided => {
  if ('all' in decisions) return decideAll(decisions.all, contested);
  const { path, checksum, sides, document, conflicts } = contested;
  const own = decisions.files.find((file) => file.path === path);
  const decided = new Map<string, Side>();
  const outdated: string[] = [];
  for (const name of conflicts) {
    const field =
      own !== undefined && Object.hasOwn(own.fields, name) ? own.fields[name] : undefined;
    if (field === undefined) continue;
    const isSeen = own?.checksum === checksum && field.seen === seenHash(sides, document, name);
    if (isSeen) decided.set(name, field.side);
    else outdated.push(name);
  }
  return { sides: decided, outdated };
};
