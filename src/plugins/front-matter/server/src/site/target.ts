import type { UID } from '@strapi/strapi';

import type { PostField } from '../config/settings';
import type { Layout, LayoutAttribute, LayoutTerms } from '../core/fit/layout';
import type { Localised } from '../core/locale';
import type { JoinTable } from './links/join-table';

/** One kind of terms: the relation of the post and the type it leads to. */
export interface TargetTerms extends LayoutTerms {
  readonly uid: UID.ContentType;
  readonly slug: LayoutAttribute | null;
  readonly paths: readonly string[];
  readonly joinTable: JoinTable;
  /** The table of the relation to the term above, seen from the term below; null where there is none. */
  readonly parent: JoinTable | null;
  readonly draftAndPublish: boolean;
  readonly locale: string | null;
}

/** The content type that posts become, as its schema is now. */
export interface Target extends Layout, Localised {
  readonly uid: UID.ContentType;
  readonly fields: ReadonlyMap<PostField, LayoutAttribute>;
  readonly terms: readonly TargetTerms[];
}
