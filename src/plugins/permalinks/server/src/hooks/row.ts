import { SlugError } from '../claims/slugs/slug-errors';
import { faultOf, type SlugFault, tidySlug } from '../core/slugs/given-slug';
import type { Row } from '../core/row';
import { type ChosenSlug, chooseSlug } from '../core/slugs/choose-slug';
import type { ServedType } from '../served-type';

const FAULTS: Readonly<Record<SlugFault, string>> = {
  empty: 'is empty',
  'too-long': 'is longer than 255 characters',
  'forbidden-character': 'has a character that no slug can have (/ \\ ? # or a control character)',
  dots: 'is a path of dots',
};

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
  const fault = typeof given !== 'string' ? 'is not a text' : faultInWords(tidySlug(given));
  if (fault !== null) throw new SlugError(type.slug, `The slug ${fault}.`);
}

function faultInWords(slug: string): string | null {
  const fault = faultOf(slug);
  return fault === null || fault === 'empty' ? null : FAULTS[fault];
}
