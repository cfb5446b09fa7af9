import type { Core, UID } from '@strapi/strapi';

/** What the Document Service is asked with; more than this is passed on unseen. */
export interface Params {
  readonly documentId?: unknown;
  readonly locale?: unknown;
  readonly data?: unknown;
}

export type Action = (params?: Params) => Promise<unknown>;

/** The actions of one type's documents, which all who use them share. */
export type Repository = Record<string, Action | undefined>;

/** The object that Strapi hands out for the documents of a type, always the same one. */
export const repositoryOf = (strapi: Core.Strapi, uid: string): Repository =>
  strapi.documents(uid as UID.ContentType) as unknown as Repository;
