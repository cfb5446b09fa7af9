import type { Issue } from '../../core/issue';
import type { FittedPost } from '../../core/plan/fit-post';
import type { Addresses, DocumentToKeep, KeptDocument } from '../../write/addresses';
import type { Target } from '../../write/target';
import { addressIssues } from './address-issues';
import type { Creation, Revising } from './planned-files';

/** Which slug every document of a batch was given, and what is to be said about it. */
export interface Settled {
  /** By record key of the file. */
  readonly slugs: ReadonlyMap<string, string>;
  /** By record key of the file. */
  readonly issues: ReadonlyMap<string, readonly Issue[]>;
}

interface Asking {
  readonly key: string;
  readonly document: DocumentToKeep;
}

/** What is asked for a post, beside what it says itself. */
type Asked = Pick<DocumentToKeep, 'documentId' | 'locale' | 'published' | 'fresh'>;

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
  addresses: Pick<Addresses, 'keep'> | null,
  creations: readonly Creation[],
  revisions: readonly Revising[]
): Promise<Settled> => {
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
  for (const [index, { key, document }] of asking.entries()) {
    const own = kept[index];
    slugs.set(key, own?.slug ?? document.slug ?? document.documentId);
    // Most have nothing to be said of them.
    const said = own === undefined ? [] : addressIssues(own, slugAttribute ?? 'slug');
    if (said.length > 0) issues.set(key, said);
  }
  return { slugs, issues };
};
