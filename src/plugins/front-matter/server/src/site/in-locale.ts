import type { FittedPost } from '../core/fit/fit-post';
import { localeIn } from '../core/locale';
import type { Target, TargetTerms } from './target';

const termsInLocale = (terms: TargetTerms, locale: string | null): TargetTerms =>
  terms.locale === null || locale === null || terms.locale === locale
    ? terms
    : { ...terms, locale };

/** A type in another of its locales; categories and tags follow where they are localised themselves. */
export const inLocale = (target: Target, locale: string | null): Target =>
  locale === null || target.locale === null || locale === target.locale
    ? target
    : { ...target, locale, terms: target.terms.map((terms) => termsInLocale(terms, locale)) };

const part = <Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> => {
  const parts = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = parts.get(key);
    if (own === undefined) parts.set(key, [row]);
    else own.push(row);
  }
  return parts;
};

/**
 * Parts what belongs to documents by its locale: a document is one in each of its locales, and all
 * that is known by its id alone is of one of them.
 *
 * @param localeOf what a row says of its locale; null for nothing
 * @returns the type in each of the locales, with what is in it, in order
 */
export const byLocale = <Row>(
  target: Target,
  rows: readonly Row[],
  localeOf: (row: Row) => string | null
): (readonly [Target, readonly Row[]])[] =>
  [...part(rows, (row) => localeIn(target, localeOf(row)))].map(([locale, own]) => [
    inLocale(target, locale),
    own,
  ]);

/** The same for terms of one kind. */
export const termsByLocale = <Row>(
  target: Target,
  terms: TargetTerms,
  rows: readonly Row[],
  localeOf: (row: Row) => string | null
): (readonly [TargetTerms, readonly Row[]])[] =>
  [...part(rows, (row) => (terms.locale === null ? null : (localeOf(row) ?? target.unnamed)))].map(
    ([locale, own]) => [termsInLocale(terms, locale), own]
  );

/** The terms of one kind that some posts have together: all of them, or those of one locale. */
export interface TermsOfPosts {
  readonly terms: TargetTerms;
  /** The relations that lead to them, in order. */
  readonly attributes: readonly string[];
  /** In order. */
  readonly posts: readonly FittedPost[];
}

/** The first relation of each kind, and the attributes of all that have their terms in common. */
export const termKinds = ({
  terms,
}: Pick<Target, 'terms'>): readonly Pick<TermsOfPosts, 'terms' | 'attributes'>[] =>
  [...part(terms, ({ kind }) => kind).values()].flatMap((alike) => {
    const [first] = alike;
    const attributes = alike.map(({ attribute }) => attribute);
    return first === undefined ? [] : [{ terms: first, attributes }];
  });

/** Terms that are not localised are the same for all posts, others for those of each locale. */
export const termsOfPosts = (
  target: Target,
  posts: readonly FittedPost[]
): readonly TermsOfPosts[] =>
  termKinds(target).flatMap(({ terms, attributes }) =>
    [...part(posts, ({ locale }) => (terms.locale === null ? null : locale))].map(
      ([locale, own]) => ({ terms: termsInLocale(terms, locale), attributes, posts: own })
    )
  );

/** What a post says of the terms of one kind, in the order in which they are made. */
export const valuesOfPost = (
  { terms }: Pick<FittedPost, 'terms'>,
  attributes: readonly string[]
): readonly string[] => {
  const [first = '', ...others] = attributes;
  const own = terms[first] ?? [];
  return others.length === 0 ? own : own.concat(others.flatMap((name) => terms[name] ?? []));
};

/** By which terms of one kind, and one locale where they are localised, are known. */
export const termsName = ({ kind, locale }: Pick<TargetTerms, 'kind' | 'locale'>) =>
  locale === null ? kind : `${kind}\0${locale}`;

/** The terms of a kind that a post has. */
export const termsOfPost = (terms: TargetTerms, { locale }: FittedPost): TargetTerms =>
  termsInLocale(terms, locale);
