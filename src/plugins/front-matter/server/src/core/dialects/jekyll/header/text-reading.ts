import type { Issue } from '../../../issue';
import type { Place } from '../../../read/place';
import type { RubyHash } from '../psych/value';

/** A file's text, split; `header + content` is the text. */
export interface TextReading {
  readonly header: string;
  readonly content: string;
  /** Empty where the file has no front matter. */
  readonly data: RubyHash;
  readonly repaired: boolean;
  readonly issues: readonly Issue[];
  /** The place in the file of a key's value. */
  placeOf(key: string): Place | null;
}

export type TextResult =
  | { readonly ok: true; readonly reading: TextReading }
  | { readonly ok: false; readonly issues: readonly Issue[] };
