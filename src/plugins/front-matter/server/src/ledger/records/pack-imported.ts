import type { JsonValue } from '../../core/post';
import { NOTHING, type Imported, type ImportedValues } from '../../core/plan/merge-values';

/** What the ledger holds for one attribute: one hash where both are the same. */
type Packed = string | readonly [from: string, as: string];

/** The short form that is stored: attributes that were and are empty are left out. */
export const packImported = (values: ImportedValues): JsonValue => {
  const packed: Record<string, string | [string, string]> = {};
  for (const name in values) {
    const { from, as } = values[name] ?? NOTHING;
    if (from === as) {
      if (from !== '-') packed[name] = from;
    } else {
      packed[name] = [from, as];
    }
  }
  return packed;
};

/** The inverse of `packImported`; attributes that are not in it were empty. */
export const unpackImported = (stored: unknown): ImportedValues => {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored as Readonly<Record<string, Packed>>).map(
      ([name, packed]): [string, Imported] => [
        name,
        typeof packed === 'string'
          ? { from: packed, as: packed }
          : { from: packed[0], as: packed[1] },
      ]
    )
  );
};
