import { adminApi, type StrapiApp } from '@strapi/strapi/admin';

type Middleware = Parameters<StrapiApp['addMiddlewares']>[0][number];

// What the content manager keeps of documents and of their relations.
const { util } = adminApi.enhanceEndpoints({ addTagTypes: ['Document', 'Relations'] });

let forget: (() => void) | null = null;

/** Makes `forgetDocuments` work. */
export const rememberStore: Middleware = () => (store) => {
  forget = () => {
    store.dispatch(util.invalidateTags(['Document', 'Relations']));
  };
  return (next) => (action) => next(action);
};

/** Has the content manager's lists and forms be read anew: an import or a rollback has changed documents. */
export const forgetDocuments = (): void => forget?.();
