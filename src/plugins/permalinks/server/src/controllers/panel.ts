import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Answer } from 'strapi-plugin-kit/admin';
import { messages } from '../messages';
import { asRow } from '../core/row';
import { addRedirect, addressesOf, removeRedirect } from '../panel/addresses-of';
import type {
  AddressesAnswer,
  RedirectRequest,
  Suggestion,
  SuggestRequest,
} from '../panel/contract';
import { demand, demandForm, demandRedirects, mayRedirect } from '../panel/permission';
import { redirectError } from '../panel/refused-redirect';
import { suggestSlug } from '../panel/suggest';
import { type Permalinks, permalinksOf } from '../permalinks';
import type { ServedType } from '../served-type';

type Context = Parameters<Core.ControllerHandler>[0];

/** What the admin panel asks and does. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const target = (ctx: Context) => {
    const type = typeOf(permalinksOf(strapi), ctx.params['contentType']);
    const locale = type.localised ? (textOf(ctx.query['locale']) ?? '') : '';
    return { type, ref: { documentId: String(ctx.params['documentId']), locale } };
  };

  return {
    async suggest(ctx: Context): Promise<Answer<Suggestion>> {
      const asked = suggestRequestOf(ctx);
      const permalinks = permalinksOf(strapi);
      const type = typeOf(permalinks, ctx.params['contentType']);
      const { documentId } = asked;
      const locale = type.localised ? (asked.locale ?? '') : '';
      const document = documentId === null ? null : { documentId, locale };
      await demandForm(strapi, ctx, type, document);
      return { data: await suggestSlug(permalinks, type, { ...asked, locale }) };
    },

    async list(ctx: Context): Promise<AddressesAnswer> {
      const { type, ref } = target(ctx);
      await demand(strapi, ctx, type, 'read', ref);
      const meta = { mayRedirect: await mayRedirect(strapi, ctx, type, ref) };
      return { data: await addressesOf(permalinksOf(strapi), type, ref), meta };
    },

    async add(ctx: Context): Promise<AddressesAnswer> {
      const { type, ref } = target(ctx);
      await demandRedirects(strapi, ctx, type, ref);
      const { path } = redirectRequestOf(ctx);
      const refused = await addRedirect(permalinksOf(strapi), type, ref, path);
      if (refused !== null) throw redirectError(refused, ref);
      return { data: await addressesOf(permalinksOf(strapi), type, ref) };
    },

    async remove(ctx: Context): Promise<AddressesAnswer> {
      const { type, ref } = target(ctx);
      await demandRedirects(strapi, ctx, type, ref);
      const key = String(ctx.params['key']);
      if (!(await removeRedirect(permalinksOf(strapi), type, ref, key))) {
        throw messages.error(errors.NotFoundError, 'redirect.none');
      }
      return { data: await addressesOf(permalinksOf(strapi), type, ref) };
    },
  };
};

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

function suggestRequestOf(ctx: Context): SuggestRequest {
  const body = asRow(ctx.request.body) ?? {};
  return {
    documentId: textOf(body['documentId']),
    locale: textOf(body['locale']),
    slug: textOf(body['slug']) ?? '',
    title: textOf(body['title']),
    fallback: textOf(body['fallback']),
  };
}

const redirectRequestOf = (ctx: Context): RedirectRequest => ({
  path: textOf(asRow(ctx.request.body)?.['path']) ?? '',
});

function typeOf(permalinks: Permalinks, uid: unknown): ServedType {
  const type = permalinks.types.get(String(uid));
  if (type) return type;
  throw messages.error(errors.NotFoundError, 'type.none');
}
