import type { Issue } from './issue';
import type { Place } from './read/place';

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Values as the generator has them: `title: 2022` is a number. */
interface GeneratedValues {
  readonly title: JsonValue;
  readonly slug: JsonValue;
  readonly categories: readonly JsonValue[];
  readonly tags: readonly JsonValue[];
}

/** The language of a post, and what identifies its translations. */
interface TranslationFacts {
  /** `lang`, else `locale`, of the header or of the configuration's defaults; null where neither is given. */
  readonly language: string | null;
  /** The value of the key that translations of one post share, as text; null for none. */
  readonly shared: string | null;
  /** The path that the generator knows the post by. */
  readonly path: string;
}

/** A post as its generator understands it. */
export interface Post {
  readonly title: string | null;
  readonly slug: string;
  /** ISO 8601 with the offset of the archive's zone; null where there is no date. */
  readonly date: string | null;
  readonly categories: readonly string[];
  /**
   * The categories as paths, the outermost first, where they are nested; empty where they are a flat
   * list.
   */
  readonly categoryPaths: readonly (readonly string[])[];
  readonly tags: readonly string[];
  readonly draft: boolean;
  /** False only when the front matter hides the post. */
  readonly published: boolean;
  /** Whether the generator hides the post until its date. */
  readonly hiddenUntilDate: boolean;
  /** The address the generator gives it, percent-encoded; null where it has none. */
  readonly url: string | null;
  readonly redirectFrom: readonly string[];
  readonly redirectTo: string | null;
  readonly excerpt: string | null;
  /** The text after the front matter, exactly as the generator cuts it, trailer included. */
  readonly content: string;
  readonly asGenerated: GeneratedValues;
  readonly translation: TranslationFacts;
  /** Every key of the front matter, as JSON. */
  readonly frontMatter: { readonly [key: string]: JsonValue };
}

/** What it takes to write the file back byte for byte. */
export interface FileFacts {
  readonly encoding: string;
  readonly bom: boolean;
  /** The file's text before the content: fences and front matter as they stood. */
  readonly header: string;
}

interface ReadFile {
  readonly path: string;
  readonly issues: readonly Issue[];
}

/** The result of reading one file. */
export type Reading =
  | (ReadFile & {
      readonly status: 'ok' | 'repaired';
      readonly file: FileFacts;
      readonly post: Post;
      /** Where a key of the front matter stands; null for one that is not in the file. */
      placeOf(key: string): Place | null;
    })
  | (ReadFile & { readonly status: 'quarantined' })
  | (ReadFile & { readonly status: 'skipped' });
