/** What is known of one attribute: digests of what the archive said and of what was written for it. */
export interface Imported {
  readonly from: string;
  readonly as: string;
}

/** By attribute, what the last import brought. */
export type ImportedValues = Readonly<Record<string, Imported>>;

/** Digests of one attribute now. */
export interface Sides {
  /** What the file says. */
  readonly archive: string;
  /** The same as it would be written; null while that is not known, as for a term that is new. */
  readonly wanted: string | null;
  /** What the site has. */
  readonly site: string;
}

export interface Merge {
  /** Attributes to write, in the order given. */
  readonly write: readonly string[];
  /** Attributes that both sides changed, each to something else. */
  readonly conflicts: readonly string[];
  /** Attributes that an editor changed and the archive did not, or both alike. */
  readonly edited: readonly string[];
}

/** Of an attribute that was and is empty. */
export const NOTHING: Imported = { from: '-', as: '-' };

/**
 * Merges by attribute, from what the last import brought: what only the archive changed is
 * written, what only an editor changed is kept, what both changed alike needs nothing, and what
 * both changed differently is a conflict. An attribute never imported counts as imported empty.
 */
export const mergeValues = (base: ImportedValues, now: Readonly<Record<string, Sides>>): Merge => {
  const write: string[] = [];
  const conflicts: string[] = [];
  const edited: string[] = [];
  for (const [attribute, { archive, wanted, site }] of Object.entries(now)) {
    const before = base[attribute] ?? NOTHING;
    const isEdited = site !== before.as;
    if (isEdited && (archive === before.from || wanted === site)) edited.push(attribute);
    if (archive === before.from || wanted === site) continue;
    if (isEdited) conflicts.push(attribute);
    else write.push(attribute);
  }
  return { write, conflicts, edited };
};

/**
 * What to remember after a merge: written and agreed attributes by their new values, conflicts
 * and what the archive left alone as before.
 *
 * @param written digests of what was really written, by attribute
 */
export const rememberMerge = (
  base: ImportedValues,
  now: Readonly<Record<string, Sides>>,
  conflicts: readonly string[],
  written: Readonly<Record<string, string>>
): ImportedValues => {
  const next: Record<string, Imported> = { ...base };
  for (const [attribute, { archive, site }] of Object.entries(now)) {
    if (conflicts.includes(attribute) || archive === base[attribute]?.from) continue;
    next[attribute] = { from: archive, as: written[attribute] ?? site };
  }
  return next;
};
