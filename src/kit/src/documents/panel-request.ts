import type { Core } from '@strapi/strapi';

/** What a request to the content manager says of the documents that it writes. */
export interface PanelRequest {
  readonly uid: string;
  /** The one that its address names, or those that its body lists. */
  readonly documentIds: readonly string[];
}

interface Context {
  readonly method?: unknown;
  readonly state?: { readonly route?: { readonly info?: { readonly pluginName?: unknown } } };
  readonly params?: { readonly model?: unknown; readonly id?: unknown };
  readonly request?: { readonly body?: unknown };
}

const listed = (body: unknown): readonly string[] => {
  const ids = (body as { documentIds?: unknown } | null | undefined)?.documentIds;
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
};

/** The content manager's request that the caller is part of; null where there is none. */
export const panelRequest = (strapi: Core.Strapi): PanelRequest | null => {
  const context = strapi.requestContext.get() as unknown as Context | undefined;
  if (context?.state?.route?.info?.pluginName !== 'content-manager') return null;
  if (context.method === 'GET') return null;
  const { model, id } = context.params ?? {};
  if (typeof model !== 'string') return null;
  const documentIds = typeof id === 'string' ? [id] : listed(context.request?.body);
  return { uid: model, documentIds };
};
