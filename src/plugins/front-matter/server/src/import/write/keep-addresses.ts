import type { KeptDocument } from 'strapi-plugin-permalinks/contract';
import type { Issue } from '../../core/issue';
import type { FittedPost } from '../../core/fit/fit-post';
import type { Addresses, DocumentToKeep } from '../../site/addresses';
import type { Target } from '../../site/target';
import {
  isContested,
  refusedAddressesOf,
  type RefusedAddress,
} from '../../contests/refused-addresses';
import { addressIssues } from './address-issues';
import type { Creation, Revising } from '../plan/planned-file';

/** Which slug every document of a batch was given, and what is to be said about it. */
export interface KeptAddresses {
  /** By record key of the file. */
  readonly slugs: ReadonlyMap<string, string>;
  /** By record key of the file. */
  readonly issues: ReadonlyMap<string, readonly Issue[]>;
  /** Addresses that lead to other documents; who gets them is decided at the end of the run. */
  readonly refused: readonly RefusedAddress[];
}

/** A document, and the file that asks for its addresses. */
interface Asking {
  readonly key: string;
  readonly document: DocumentToKeep;
}

/** What is asked for a post, beside what it says itself. */
type Asked = Required<Pick<DocumentToKeep, 'documentId' | 'locale' | 'published' | 'fresh'>>;

const toKeep = (post: FittedPost, slug: string, asked: Asked): DocumentToKeep => ({
  documentId: asked.documentId,
  locale: asked.locale,
  published: asked.published,
  fresh: asked.fresh,
  slug: slug === '' ? null : slug,
  title: post.title,
  fallback: post.sourceCode,
  paths: post.paths,
});

/** Claims the slugs and old addresses of a batch; without `permalinks` the archive's slugs stand as they are. */
export const keepAddresses = async (
  target: Target,
  addresses: Pick<Addresses, 'keep' | 'addressOf'> | null,
  creations: readonly Creation[],
  revisions: readonly Revising[]
): Promise<KeptAddresses> => {
  const slugAttribute = target.fields.get('slug')?.name;
  const created = creations.map(({ documentId, file, isThere }): Asking => ({
    key: file.key,
    document: toKeep(file.post, file.post.slug, {
      documentId,
      locale: file.post.locale,
      published: file.post.visibility.shown,
      fresh: !isThere,
    }),
  }));
  const revised = revisions.map(({ document, file, revision }): Asking => {
    const writesSlug = slugAttribute !== undefined && revision.write.includes(slugAttribute);
    // What is public keeps its slug, whatever an editor's draft says until it is published.
    const row = document.published ?? document.main;
    const current = slugAttribute === undefined ? '' : String(row.values[slugAttribute] ?? '');
    const isShown =
      revision.status === null ? document.published !== null : revision.status === 'publish';
    return {
      key: file.key,
      document: toKeep(file.post, writesSlug ? file.post.slug : current, {
        documentId: document.documentId,
        locale: file.post.locale,
        published: isShown,
        fresh: false,
      }),
    };
  });
  const asking = [...created, ...revised];
  const kept: readonly KeptDocument[] =
    (await addresses?.keep(asking.map(({ document }) => document))) ?? [];
  const slugs = new Map<string, string>();
  const issues = new Map<string, readonly Issue[]>();
  const refused: RefusedAddress[] = [];
  for (const [index, { key, document }] of asking.entries()) {
    const own = kept[index];
    slugs.set(key, own?.slug ?? document.slug ?? document.documentId);
    // Most have nothing to be said of them.
    if (own === undefined || (own.instead === null && own.refused.length === 0)) continue;
    const said = addressIssues(leaveContested(document, own), slugAttribute ?? 'slug');
    if (said.length > 0) issues.set(key, said);
    if (addresses !== null) refused.push(...refusedAddressesOf(addresses, document, own));
  }
  return { slugs, issues, refused };
};

/** What is to be said at once: not of addresses of others, nor of the slug that may go with one. */
const leaveContested = (document: DocumentToKeep, kept: KeptDocument): KeptDocument => ({
  ...kept,
  instead: kept.reason === 'taken' && isContested(document, kept) ? null : kept.instead,
  refused: kept.refused.filter(({ reason }) => reason !== 'taken'),
});
