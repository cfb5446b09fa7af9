import { SlugError } from '../claims/slugs/slug-errors';
import { faultOf, tidySlug } from '../core/slugs/given-slug';
import type { Row } from '../core/row';
import { type ChosenSlug, chooseSlug } from '../core/slugs/choose-slug';
import type { ServedType } from '../served-type';

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The slug that a row of a type is to have. */
export function slugOfRow(type: ServedType, row: Row, documentId: string): ChosenSlug {
  return chooseSlug(
    row[type.slug],
    {
      title: textOf(row[type.title]),
      fallback: type.fallback === null ? null : textOf(row[type.fallback]),
      documentId,
    },
    type
  );
}

/** The locale that a row's addresses belong to; empty on a type that is not localised. */
export function localeOf(type: ServedType, row: Row): string {
  return type.localised ? (textOf(row['locale']) ?? '') : '';
}

/** Whether a row is live once it is written: Strapi dates what says nothing as published now. */
export function isLive(type: ServedType, row: Row): boolean {
  return !type.draftAndPublish || row['publishedAt'] !== null;
}

/**
 * Checks what a row says of its slug.
 * @throws ValidationError for a text that cannot be a slug.
 */
export function checkSlug(type: ServedType, row: Row): void {
  const given = row[type.slug];
  if (given === undefined || given === null) return;
  if (typeof given !== 'string') throw new SlugError(type.slug, 'slug.no-text');
  const fault = faultOf(tidySlug(given));
  if (fault !== null && fault !== 'empty') throw new SlugError(type.slug, `slug.${fault}`);
}
