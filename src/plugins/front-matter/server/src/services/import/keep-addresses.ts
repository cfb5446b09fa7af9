import type { Core } from '@strapi/strapi';

import type { Issue } from '../../core/issue';
import { issueOf } from '../../core/issue-codes';
import type { FittedPost } from '../../core/plan/fit-post';
import { addressesOf, type DocumentToKeep, type KeptDocument } from '../../write/addresses';
import type { Target } from '../../write/target';
import type { PlannedFile } from './plan-batch';

/** Which slug every document of a batch was given, and what is to be said about it. */
export interface Settled {
  /** By document id. */
  readonly slugs: ReadonlyMap<string, string>;
  /** By record key of the file. */
  readonly issues: ReadonlyMap<string, readonly Issue[]>;
}

type Creation = Extract<PlannedFile, { readonly action: 'create' }> & {
  readonly documentId: string;
};
type Revising = Extract<PlannedFile, { readonly action: 'revise' }>;

interface Asking {
  readonly key: string;
  readonly document: DocumentToKeep;
}

const toKeep = (
  id: string,
  post: FittedPost,
  slug: string,
  published: boolean,
  locale: string | null
): DocumentToKeep => ({
  documentId: id,
  locale,
  slug: slug === '' ? null : slug,
  title: post.title,
  fallback: post.sourceCode,
  published,
  paths: post.paths,
});

const issuesOf = (kept: KeptDocument, attribute: string): Issue[] => {
  const { instead, reason } = kept;
  const slug =
    instead === null
      ? []
      : [
          reason === 'taken'
            ? issueOf('SLUG_TAKEN', {
                message: `The slug "${instead}" is another document's: this one is "${kept.slug}".`,
                field: attribute,
              })
            : issueOf('SLUG_INVALID', {
                message: `"${instead}" ${reason === 'reserved' ? 'is a reserved word' : 'cannot be a slug'}: this document is "${kept.slug}".`,
                field: attribute,
              }),
        ];
  const paths = kept.refused.map(({ path, reason }) =>
    reason === 'taken'
      ? issueOf('PATH_TAKEN', { message: `The address ${path} leads to another document already.` })
      : issueOf('PATH_INVALID', { message: `The address ${path} is none that can be kept.` })
  );
  return [...slug, ...paths];
};

/** Claims the slugs and old addresses of a batch; without `permalinks` the archive's slugs stand as they are. */
export const keepAddresses = async (
  context: { readonly strapi: Core.Strapi; readonly target: Target },
  creations: readonly Creation[],
  revisions: readonly Revising[]
): Promise<Settled> => {
  const { target } = context;
  const slugAttribute = target.fields.get('slug')?.name;
  const addresses = addressesOf(context.strapi, target.uid);
  const created = creations.map(({ documentId, file }): Asking => ({
    key: file.key,
    document: toKeep(
      documentId,
      file.post,
      file.post.slug,
      file.post.visibility.shown,
      target.locale
    ),
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
      document: toKeep(
        document.documentId,
        file.post,
        writesSlug ? file.post.slug : current,
        isShown,
        target.locale
      ),
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
        return [key, own === undefined ? [] : issuesOf(own, slugAttribute ?? 'slug')];
      })
    ),
  };
};
