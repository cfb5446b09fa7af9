/**
 * One attribute as it was imported: hashes of the archive's value and of the value that was written for
 * it.
 */
export interface Imported {
  readonly from: string;
  readonly as: string;
}

/** By attribute, as the last import left them. */
export type ImportedValues = Readonly<Record<string, Imported>>;

/** Hashes of one attribute now. */
export interface Sides {
  /** The file's value. */
  readonly archive: string;
  /** The value that would be written for it; null while it is not known, as for a new term. */
  readonly wanted: string | null;
  /** The site's value. */
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

/** An attribute that was imported empty. */
export const NOTHING: Imported = { from: '-', as: '-' };

/**
 * Merges each attribute from its value at the last import (a three-way merge): what only the archive
 * changed is written, what only an editor changed is kept, what both changed alike needs nothing, and
 * what both changed differently is a conflict. An attribute never imported counts as imported empty.
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
 * What to remember after a merge: the new values of attributes that were written or agree, the old ones
 * of conflicts and of what the archive did not change. Of a conflict that was decided for the site, the
 * archive's value is known from now on, and what an editor has made of the last one is still an
 * editor's: the same file is no conflict any more, and a further change of it is one again.
 *
 * @param written hashes of what was written, by attribute
 * @param kept attributes whose conflict was decided for the site
 */
export const rememberMerge = (
  base: ImportedValues,
  now: Readonly<Record<string, Sides>>,
  conflicts: readonly string[],
  written: Readonly<Record<string, string>>,
  kept: readonly string[] = []
): ImportedValues => {
  const next: Record<string, Imported> = { ...base };
  for (const [attribute, { archive, site }] of Object.entries(now)) {
    if (conflicts.includes(attribute) || archive === base[attribute]?.from) continue;
    const as = kept.includes(attribute) ? (base[attribute] ?? NOTHING).as : site;
    next[attribute] = { from: archive, as: written[attribute] ?? as };
  }
  return next;
};
