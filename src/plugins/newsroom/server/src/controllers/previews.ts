import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Answer } from 'strapi-plugin-kit/admin';
import { languageOf } from 'strapi-plugin-kit/texts';
import { z } from 'zod';

import { readConfig } from '../config';
import { messages } from '../messages';
import type { MadeLink, PreviewRequest } from '../panel/contract';
import { isSession } from '../permissions/is-session';
import { type Context, permissionsOf } from '../permissions/permissions';
import { addressesOf, pageAddress } from '../previews/addresses';
import { DAY, makeLink } from '../previews/links';
import { openPreview } from '../previews/open-preview';
import { setPageHeaders } from '../previews/page-headers';
import { readPreviewed } from '../previews/read-previewed';

const request = z.strictObject({
  locale: z.string().max(255).nullish(),
  status: z.enum(['draft', 'published']).default('draft'),
}) satisfies z.ZodType<PreviewRequest>;

/** A token is shorter by far. */
const token = z.string().max(4096).catch('');

/** Links to previews, and the page that they lead to. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `POST /newsroom/previews/:uid/:documentId` */
  async share(ctx: Context): Promise<Answer<MadeLink>> {
    const uid = String(ctx.params['uid']);
    const { contentTypes, preview } = readConfig(strapi.config.get('plugin::newsroom'));
    if (!Object.hasOwn(contentTypes, uid) || preview.days === 0) throw new errors.NotFoundError();
    const permissions = permissionsOf(strapi, ctx, uid);
    // A link shows what its maker may see, and a token's owner may see more than the token.
    if (!isSession(ctx) || permissions.cannot.read()) throw new errors.ForbiddenError();
    const sent = request.safeParse(ctx.request.body ?? {});
    if (!sent.success) throw messages.error(errors.ValidationError, 'preview.request');
    const { locale = null, status } = sent.data;
    const asked = { uid, documentId: String(ctx.params['documentId']), locale, status };
    const document = await readPreviewed(strapi, permissions, asked);
    if (document === null) throw new errors.NotFoundError();
    if (permissions.cannot.read(document)) throw new errors.ForbiddenError();
    const { id: maker } = ctx.state['user'] as { readonly id: number };
    const endsAt = Math.floor(Date.now() / 1000) * 1000 + preview.days * DAY;
    const made = makeLink(strapi, { ...asked, maker, language: null }, endsAt);
    // Whoever has the answer has the link.
    ctx.set('Cache-Control', 'private, no-store');
    const url = pageAddress(addressesOf(strapi).server, made);
    return { data: { url, endsAt: new Date(endsAt).toISOString() } };
  },

  /** `GET /newsroom/previews?token=`, for whoever has the token. */
  async show(ctx: Context): Promise<void> {
    const { status, page } = await openPreview(
      strapi,
      token.parse(ctx.query['token']),
      languageOf(strapi, ctx)
    );
    setPageHeaders(ctx, addressesOf(strapi).panel);
    ctx.status = status;
    ctx.body = page;
  },
});
