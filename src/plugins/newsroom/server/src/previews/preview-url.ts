import type { Core } from '@strapi/strapi';
import { languageOf } from 'strapi-plugin-kit/texts';

import { readConfig } from '../config';
import { isSession } from '../permissions/is-session';
import { type Context, permissionsOf } from '../permissions/permissions';
import { addressesOf, pageAddress } from './addresses';
import { HOUR, makeLink } from './links';
import { type Asked, readPreviewed } from './read-previewed';

/** What Strapi asks a preview's handler for. */
export interface PreviewParams {
  readonly documentId: string;
  readonly locale?: string | null;
  /** `published`, or anything else for the draft. */
  readonly status?: string;
}

interface Paths {
  pathOf(contentType: string, id: number): Promise<string | null>;
}

/** The path of a document on the frontend, where permalinks knows it. */
const pathOf = async (strapi: Core.Strapi, uid: string, id: unknown): Promise<string | null> => {
  const paths = strapi.plugin('permalinks')?.service('paths') as Paths | undefined;
  return (await paths?.pathOf(uid, Number(id))) ?? null;
};

/**
 * Where the panel shows a document to whoever asks: on the frontend that is configured, or on a page of this plugin.
 * Null for what is not served, is not there, or may not be seen: Strapi itself asks for no right.
 */
const previewUrl = async (
  strapi: Core.Strapi,
  ctx: Context | undefined,
  uid: string,
  { documentId, locale, status }: PreviewParams
): Promise<string | null> => {
  const { contentTypes, preview } = readConfig(strapi.config.get('plugin::newsroom'));
  const maker: unknown = (ctx?.state['user'] as { id?: unknown } | undefined)?.id;
  if (
    ctx === undefined ||
    !isSession(ctx) ||
    typeof maker !== 'number' ||
    !Object.hasOwn(contentTypes, uid)
  ) {
    return null;
  }
  const permissions = permissionsOf(strapi, ctx, uid);
  if (permissions.cannot.read()) return null;
  const asked: Asked = {
    uid,
    documentId,
    locale: locale ?? null,
    status: status === 'published' ? 'published' : 'draft',
  };
  const document = await readPreviewed(strapi, permissions, asked);
  if (document === null || permissions.cannot.read(document)) return null;
  if (preview.url !== null) {
    const { url } = preview;
    const isAsked = url.placeholders.includes('path');
    const path = isAsked ? await pathOf(strapi, uid, document['id']) : '';
    // The frontend's first page would be taken for the document.
    if (path === null) return null;
    return url.fill({
      path,
      documentId,
      contentType: uid,
      locale: String(document['locale'] ?? ''),
      status: asked.status,
    });
  }
  const link = { ...asked, maker, language: languageOf(strapi, ctx) };
  const { serverOfPanel } = addressesOf(strapi);
  return pageAddress(serverOfPanel, makeLink(strapi, link, Date.now() + HOUR));
};

/** What Strapi's preview asks for the address of a document. */
export const previewHandler =
  (strapi: Core.Strapi) =>
  (uid: string, params: PreviewParams): Promise<string | null> =>
    previewUrl(strapi, strapi.requestContext.get() as Context | undefined, uid, params);
