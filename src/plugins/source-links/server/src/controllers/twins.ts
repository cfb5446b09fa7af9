import type { Core, UID } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';
import type { Context } from 'koa';
import type { Sources } from '../sources/sources';
import type { Document, Twins } from '../sources/twins';

interface Found {
  readonly uid: UID.ContentType;
  /** The attribute that holds the key. */
  readonly attribute: string;
  readonly key: string | null;
}

/** `GET /api/source-links/twins/:documentId`: the published copies of a published story. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const sources: Sources = strapi.plugin('source-links').service('sources');
  const twins: Twins = strapi.plugin('source-links').service('twins');

  const mayFind = async (ctx: Context, uid: string): Promise<boolean> => {
    try {
      await strapi.get('auth').verify(ctx.state['auth'], { scope: [`${uid}.find`] });
      return true;
    } catch (error) {
      if (error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError)
        return false;
      throw error;
    }
  };

  const find = async (
    uid: UID.ContentType,
    documentId: string,
    locale: string | null
  ): Promise<Found | null> => {
    const key = sources.attributesOf(uid)?.key;
    if (key === undefined || key === false) return null;
    const document = (await strapi.documents(uid).findOne({
      documentId,
      status: 'published',
      fields: [key],
      ...(locale === null ? {} : { locale }),
    })) as Document | null;
    if (document === null) return null;
    const value = document[key];
    const isText = typeof value === 'string' && value !== '';
    return { uid, attribute: key, key: isText ? value : null };
  };

  return {
    async find(ctx: Context) {
      const { documentId } = ctx['params'] as { documentId: string };
      const locale = typeof ctx.query['locale'] === 'string' ? ctx.query['locale'] : null;
      const allowed: UID.ContentType[] = [];
      for (const uid of Object.keys(sources.config.contentTypes)) {
        if (await mayFind(ctx, uid)) allowed.push(uid as UID.ContentType);
      }
      if (allowed.length === 0) return ctx['forbidden']();
      for (const uid of allowed) {
        const found = await find(uid, documentId, locale);
        if (found === null) continue;
        const among = { uid, locale };
        const groups = found.key === null ? null : await twins.byKeys(among, [found.key]);
        const others = (groups?.get(found.key ?? '') ?? []).filter(
          (other) => other.documentId !== documentId
        );
        const type = strapi.contentType(uid);
        const data = await strapi.contentAPI.sanitize.output(others, type, {
          auth: ctx.state['auth'],
        });
        const isHidden = contentTypes.isPrivateAttribute(type, found.attribute);
        return { data, meta: { contentType: uid, key: isHidden ? null : found.key } };
      }
      return ctx['notFound']();
    },
  };
};
