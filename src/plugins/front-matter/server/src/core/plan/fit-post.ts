import type { Issue } from '../issue';
import { issueOf } from '../issue-codes';
import type { JsonValue } from '../post';
import { fitValue } from './fit-value';
import type { Layout, LayoutAttribute } from './layout';
import type { MappedPost, Visibility } from './map-post';

/** A post in the attributes of its content type, every value one that the database takes. */
export interface FittedPost {
  readonly title: string | null;
  /** The slug the archive gives; another may be given when it is taken. */
  readonly slug: string;
  readonly sourceCode: string | null;
  /** ISO 8601; null where the file names no date. */
  readonly date: string | null;
  /** By attribute of the content type; the slug's is among them. */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** Exact values by the relation's attribute, each once, in order. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  readonly visibility: Visibility;
  readonly paths: readonly string[];
  readonly trailer: string;
  readonly issues: readonly Issue[];
}

export type PostFit =
  | { readonly ok: true; readonly post: FittedPost }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const HIDDEN_NEEDS_DRAFTS = issueOf('DRAFT_NEEDS_DRAFTS', {
  message:
    'The post is not to be shown, and its content type has no drafts: imported, everybody could read it. Turn on Draft & Publish for the type.',
});

/** Puts a mapped post into the attributes of its content type, or says which values do not fit. */
export const fitPost = (mapped: MappedPost, layout: Layout): PostFit => {
  const issues: Issue[] = [];
  const values: Record<string, JsonValue> = {};
  const put = (value: JsonValue, attribute: LayoutAttribute): void => {
    const fit = fitValue(value, attribute.name, attribute.shape);
    if (fit.ok) values[attribute.name] = fit.value;
    else issues.push(fit.issue);
  };

  for (const [field, value] of Object.entries(mapped.fields)) {
    const attribute = layout.fields.get(field);
    if (attribute !== undefined) put(value, attribute);
  }
  for (const [key, attribute] of layout.keys) {
    // A key that is not there says nothing against what the file says elsewhere, as in its trailer.
    if (key in mapped.keys || !(attribute.name in values)) put(mapped.keys[key] ?? null, attribute);
  }

  const terms: Record<string, readonly string[]> = {};
  for (const { kind, attribute, name } of layout.terms) {
    const exact = [...new Set(mapped.terms[kind])];
    for (const value of exact) {
      const fit = fitValue(value, attribute, name.shape);
      if (!fit.ok) issues.push(fit.issue);
    }
    terms[attribute] = exact;
  }

  if (!mapped.visibility.shown && !layout.draftAndPublish) issues.push(HIDDEN_NEEDS_DRAFTS);
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    post: {
      title: mapped.fields.title,
      slug: mapped.fields.slug,
      sourceCode: mapped.fields.sourceCode,
      date: mapped.fields.date,
      values,
      terms,
      visibility: mapped.visibility,
      paths: mapped.paths,
      trailer: mapped.trailer,
      issues: mapped.issues,
    },
  };
};
