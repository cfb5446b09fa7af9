import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import type { PreviewLink } from '../core/previews/sign-link';
import type { Permissions } from '../permissions/permissions';

export type Document = Readonly<Record<string, unknown>>;

/** Which version of a document is to be seen. */
export type Asked = Pick<PreviewLink, 'uid' | 'documentId' | 'locale' | 'status'>;

interface PopulateBuilder {
  populateFromQuery(query: object): PopulateBuilder;
  populateDeep(level: number): PopulateBuilder;
  countRelations(): PopulateBuilder;
  build(): Promise<object>;
}

/** Reads a version of a document as the content manager's form does; null where there is none. */
export const readPreviewed = async (
  strapi: Core.Strapi,
  permissions: Permissions,
  { uid, documentId, locale, status }: Asked
): Promise<Document | null> => {
  const builder = strapi.plugin('content-manager').service('populate-builder') as unknown as (
    uid: string
  ) => PopulateBuilder;
  const populate = await builder(uid)
    // Who has made it, where its readers go by that.
    .populateFromQuery(await permissions.sanitizedQuery.read({}))
    .populateDeep(Infinity)
    .countRelations()
    .build();
  const schema = strapi.contentType(uid as UID.ContentType);
  const found: unknown = await strapi.documents(uid as UID.ContentType).findOne({
    documentId,
    ...(locale === null ? {} : { locale }),
    ...(contentTypes.hasDraftAndPublish(schema) ? { status } : {}),
    populate: populate as never,
  });
  return found as Document | null;
};

/** `published` as a draft is: without changes since. */
export type DocumentStatus = 'draft' | 'modified' | 'published';

interface Metadata {
  getMetadata(
    uid: string,
    document: Document,
    options: { readonly availableLocales: boolean; readonly availableStatus: boolean }
  ): Promise<{ readonly availableStatus: readonly unknown[] }>;
  getStatus(document: Document, others: readonly unknown[]): DocumentStatus;
}

/** How a document stands to what is published of it; null on a type without drafts. */
export const statusOf = async (
  strapi: Core.Strapi,
  uid: string,
  document: Document
): Promise<DocumentStatus | null> => {
  if (!contentTypes.hasDraftAndPublish(strapi.contentType(uid as UID.ContentType))) return null;
  const metadata = strapi
    .plugin('content-manager')
    .service('document-metadata') as unknown as Metadata;
  const { availableStatus } = await metadata.getMetadata(uid, document, {
    availableLocales: false,
    availableStatus: true,
  });
  return metadata.getStatus(document, availableStatus);
};
