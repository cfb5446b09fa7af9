import type { KeyCount, KeyCounts } from '../core/keys/key-counts';
import type { MappedKey } from '../core/keys/mapped-key';

/*
 * What the Archives page asks of the keys of an archive, and how it maps them. Addresses are below
 * `/front-matter/archives/:key`.
 */

export type { KeyExample, ValueKind } from '../core/keys/key-counts';
export type { MappedKey } from '../core/keys/mapped-key';

/** What a key means without a mapping. */
export interface KeyMeaning {
  /**
   * `attribute`: the importer makes an attribute of it; `configuration`: the plugin's configuration does; `generator`: it
   * says how the post is read or shown; `kept`: it means nothing to anybody here.
   */
  readonly by: 'attribute' | 'configuration' | 'generator' | 'kept';
  /** The attribute; null for none of its own: it is kept with what no attribute holds, where the type has room for that. */
  readonly attribute: string | null;
}

/** A key of an archive. */
export interface ArchiveKey extends KeyCount {
  readonly meaning: KeyMeaning;
}

/** An attribute that a key may become. */
export interface KeyAttribute {
  readonly name: string;
  /** As Strapi calls it: `string`. */
  readonly type: string;
  readonly isRequired: boolean;
  /** What it holds. */
  readonly kind: 'text' | 'json' | 'number' | 'boolean' | 'datetime' | 'date' | 'relation';
  /** How long a text may be, in characters; null where there is no limit. */
  readonly maxLength: number | null;
  /** The values of an enumeration; null where any is allowed. */
  readonly values: readonly string[] | null;
  /** What the importer fills it with by itself: `title`, `excerpt`; null for nothing. */
  readonly field: string | null;
  /** Whether it is to be offered: one that holds all of a post's text or front matter would lose that. */
  readonly isOffered: boolean;
  /** The attributes of a relation's target by which it may be found; none for other attributes. */
  readonly by: readonly string[];
}

/** `GET keys`: what the front matter of an archive holds, and what becomes of it. */
export interface ArchiveKeys extends Pick<KeyCounts, 'files' | 'others'> {
  /**
   * `counted`; `counting` while a preview is at work; `older`: the files or the options were changed since they were
   * counted, so that there is nothing to show; `none`: no preview has come to its end.
   */
  readonly state: 'counted' | 'counting' | 'older' | 'none';
  readonly keys: readonly ArchiveKey[];
  readonly attributes: readonly KeyAttribute[];
  /** The attribute that keeps what no other holds; null for none: such keys are lost. */
  readonly rest: string | null;
  readonly mapping: MappingInForce;
}

/** `PUT mapping`, and `DELETE mapping` for the archive's own: what is in force then. */
export interface MappingInForce {
  readonly keys: readonly MappedKey[];
  /** What the archive's own `.broadsheet.yml` says. */
  readonly own: readonly MappedKey[];
  /** Whether the page's mapping stands for that. */
  readonly isSaved: boolean;
  /** All settings in force, as a `.broadsheet.yml` would say them; empty for none. */
  readonly yaml: string;
  /** Why these cannot be used; null where they can. */
  readonly problem: string | null;
  /** When it was saved, to be sent with what replaces it; null for never. */
  readonly version: string | null;
}

/** `PUT mapping` */
export interface MappingRequest {
  readonly mapping: readonly MappedKey[];
  /** Of the mapping that it replaces: one that somebody else has saved since is not overwritten. */
  readonly version: string | null;
}
