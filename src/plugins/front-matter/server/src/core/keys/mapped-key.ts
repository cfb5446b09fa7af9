import type { MappedRelation } from '../fit/mapping';

/** A key of the front matter, and the attribute or relation that it becomes. */
export interface MappedKey {
  readonly key: string;
  readonly to: string | MappedRelation;
}
