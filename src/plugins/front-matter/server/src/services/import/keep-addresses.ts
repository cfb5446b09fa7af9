import type { Issue } from '../../core/issue';
import type { FittedPost } from '../../core/plan/fit-post';
import type { Addresses, DocumentToKeep, KeptDocument } from '../../write/addresses';
import type { Target } from '../../write/target';
import { addressIssues } from './address-issues';
import type { Creation, Revising } from './planned-files';

/** Which slug every document of a batch was given, and what is to be said about it. */
export interface Settled {
  /** By document id. */
  readonly slugs: ReadonlyMap<string, string>;
  /** By record key of the file. */
  readonly issues: ReadonlyMap<string, readonly Issue[]>;
}

interface Asking {
  readonly key: string;
  readonly document: DocumentToKeep;
}

const toKeep = (
  post: FittedPost,
  slug: string,
  asked: Pick<DocumentToKeep, 'documentId' | 'locale' | 'published' | 'fresh'>
): DocumentToKeep => ({
  ...asked,
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
  const created = creations.map(({ documentId, file }): Asking => ({
    key: file.key,
    document: toKeep(file.post, file.post.slug, {
      documentId,
      locale: target.locale,
      published: file.post.visibility.shown,
      fresh: true,
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
        locale: target.locale,
        published: isShown,
        fresh: false,
      }),
    };
  });
  const asking = [...created, ...revised];
  const kept =
    (await addresses?.keep(asking.map(({ document }) => document))) ??
    new Map<string, KeptDocument>();
  return {
    slugs: new Map(
      asking.map(({ document }) => [
        document.documentId,
        kept.get(document.documentId)?.slug ?? document.slug ?? document.documentId,
      ])
    ),
    issues: new Map(
      asking.map(({ key, document }) => {
        const own = kept.get(document.documentId);
        return [key, own === undefined ? [] : addressIssues(own, slugAttribute ?? 'slug')];
      })
    ),
  };
};
