import { asRow, type Row } from '../core/row';
import { tidySlug } from '../core/slugs/given-slug';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { slugOfRow } from './row';

/** What is used of a request to the content manager: which type its form is of, and what it clones. */
interface FormRequest {
  readonly params?: { readonly model?: unknown; readonly sourceId?: unknown };
  readonly state: { readonly route?: { readonly info?: { readonly pluginName?: unknown } } };
  readonly request: { readonly body?: unknown };
}

/**
 * Whether an editor has typed the slug of a row that is about to be created, in a form of the
 * content manager: whoever sees what is saved is to be told that a slug is taken. Rows that come
 * another way, from an import or an API, have nobody who could choose again.
 *
 * A form sends what the title makes as well, and a clone's what its source has: nobody typed these.
 */
export async function isTypedSlug(
  { strapi, db }: Permalinks,
  type: ServedType,
  row: Row
): Promise<boolean> {
  const form = strapi.requestContext.get() as FormRequest | undefined;
  if (form?.state.route?.info?.pluginName !== 'content-manager') return false;
  if (form.params?.model !== type.uid) return false;
  const slug = tidied(asRow(form.request.body)?.[type.slug]);
  if (slug === '' || slug !== tidied(row[type.slug])) return false;
  if (slugOfRow(type, row, '').origin === 'made') return false;
  const { sourceId } = form.params;
  if (typeof sourceId !== 'string') return true;
  const source = await db
    .query(type.uid)
    .findMany({ where: { documentId: sourceId }, select: [type.slug] });
  return source.every((copied: Row) => tidied(copied[type.slug]) !== slug);
}

const tidied = (text: unknown) => (typeof text === 'string' ? tidySlug(text) : '');
