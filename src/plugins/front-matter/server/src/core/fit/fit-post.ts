import { type Issue, issueOf } from '../issue';
import type { JsonValue } from '../post';
import type { Place } from '../read/place';
import { fitRelated } from './fit-related';
import { fitValue, isStorable } from './fit-value';
import type { Layout, LayoutAttribute } from './layout';
import type { MappedPost, Visibility } from './map-post';

/** A post in the attributes of its content type, with values that the database accepts. */
export interface FittedPost {
  readonly title: string | null;
  /** The archive's slug; the document may get another one where this is taken. */
  readonly slug: string;
  readonly sourceCode: string | null;
  /** ISO 8601; null where the file names no date. */
  readonly date: string | null;
  /** By attribute of the content type; the slug's is among them. */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** Exact values by the relation's attribute, each once, in order. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  /** Paths of nested terms, the outermost first, by the relation's attribute. */
  readonly nesting: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly visibility: Visibility;
  readonly paths: readonly string[];
  readonly trailer: string;
  readonly issues: readonly Issue[];
  /** The locale it goes to; null for a type that is not localised. */
  readonly locale: string | null;
  /** What all translations of it share; null where the settings name no locales. */
  readonly group: string | null;
}

export type PostFit =
  | { readonly ok: true; readonly post: FittedPost }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const DRAFTS_DISABLED = issueOf('DRAFTS_DISABLED', {
  message:
    'The post is not public, and its content type has no drafts: imported, everybody could read it. Turn on Draft & Publish for the type.',
});

/** The keys of the front matter that a field's value may come from, the likeliest first. */
const keysOf = (field: string, { excerptKey, fields }: MappedPost): readonly string[] => {
  switch (field) {
    case 'excerpt':
      return excerptKey === null ? [] : [excerptKey];
    case 'categories':
      return ['category', 'categories'];
    case 'tags':
      return ['tag', 'tags'];
    case 'frontMatter':
      return Object.entries(fields.frontMatter ?? {})
        .filter(([key, value]) => !isStorable({ [key]: value }))
        .map(([key]) => key);
    default:
      return [field];
  }
};

/** Generators accept a name of spaces; a category of that name could not be found again. */
const hasName = (term: string): boolean => term.trim() !== '';

const TERM_EMPTY = {
  message: 'A category or tag has no name and was left out. Remove it, or name it.',
};

const NO_LOCALE = { locale: null, group: null } as const;

/**
 * Puts a mapped post into the attributes of its content type, or says which values do not fit.
 *
 * @param placeOf where a key of the front matter stands
 * @param whereTo the locale, and what the post's translations share
 */
export const fitPost = (
  mapped: MappedPost,
  layout: Layout,
  placeOf: (key: string) => Place | null,
  { locale, group }: Pick<FittedPost, 'locale' | 'group'> = NO_LOCALE
): PostFit => {
  const issues: Issue[] = [];
  const notes: Issue[] = [];
  const values: Record<string, JsonValue> = {};
  const placed = (issue: Issue, keys: readonly string[]): Issue => {
    const key = keys.find((candidate) => placeOf(candidate) !== null);
    return key === undefined ? issue : { ...issue, ...placeOf(key) };
  };
  const put = (value: JsonValue, attribute: LayoutAttribute, keys: readonly string[]): void => {
    const fit = fitValue(value, attribute.name, attribute.shape);
    if (fit.ok) values[attribute.name] = fit.value;
    else issues.push(placed(fit.issue, keys));
  };

  for (const [field, value] of Object.entries(mapped.fields)) {
    const attribute = layout.fields.get(field);
    if (attribute !== undefined) put(value, attribute, keysOf(field, mapped));
  }
  for (const [key, attribute] of layout.keys) {
    // A key that is missing does not overwrite what the file says elsewhere, as in its trailer.
    const says = key in mapped.keys || !(attribute.name in values);
    if (says) put(mapped.keys[key] ?? null, attribute, [key]);
  }

  const terms: Record<string, readonly string[]> = {};
  const nesting: Record<string, readonly (readonly string[])[]> = {};
  const related = fitRelated(mapped.related, layout.terms);
  notes.push(...related.issues.map(({ keys, issue }) => placed(issue, keys)));
  for (const { kind, attribute, name, key } of layout.terms) {
    const said = key === null ? (mapped.terms[kind] ?? []) : (related.values.get(key) ?? []);
    const keys = key === null ? keysOf(kind, mapped) : [key];
    const named = said.filter(hasName);
    if (named.length < said.length) {
      const issue = issueOf('TERM_EMPTY', { ...TERM_EMPTY, field: attribute });
      notes.push(placed(issue, keys));
    }
    const exact = [...new Set(named)];
    for (const value of exact) {
      const fit = fitValue(value, attribute, name.shape);
      if (!fit.ok) issues.push(placed(fit.issue, keys));
    }
    terms[attribute] = exact;
    if (key === null && kind === 'categories' && mapped.categoryPaths.length > 0) {
      nesting[attribute] = mapped.categoryPaths.map((path) => path.filter(hasName));
    }
  }

  if (!mapped.visibility.shown && !layout.draftAndPublish) issues.push(DRAFTS_DISABLED);
  if (issues.length > 0) return { ok: false, issues: [...issues, ...notes] };
  return {
    ok: true,
    post: {
      title: mapped.fields.title,
      slug: mapped.fields.slug,
      sourceCode: mapped.fields.sourceCode,
      date: mapped.fields.date,
      values,
      terms,
      nesting,
      visibility: mapped.visibility,
      paths: mapped.paths,
      trailer: mapped.trailer,
      issues: [...mapped.issues, ...notes],
      locale,
      group,
    },
  };
};
