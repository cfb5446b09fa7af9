import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { permalinksOf } from '../permalinks';
import { resolveUrls } from '../resolve/resolve-urls';

const MOST = 1000;

type Context = Parameters<Core.ControllerHandler>[0];

/** `resolve` over HTTP: one address by GET, many by POST. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async one(ctx: Context) {
    const { url } = ctx.query;
    if (typeof url !== 'string' || url === '') {
      throw new errors.ValidationError('Say which address: ?url=/2022/02/17/name.html');
    }
    const [found] = await resolveUrls(permalinksOf(strapi), [url]);
    if (!found) return ctx.notFound('No document has this address.');
    return { data: found };
  },

  async many(ctx: Context) {
    const urls = urlsOf(ctx.request.body);
    const found = await resolveUrls(permalinksOf(strapi), urls);
    const nowhere = { contentType: null, documentId: null, slug: null, path: null, status: 404 };
    return { data: urls.map((url, index) => ({ url, ...(found[index] ?? nowhere) })) };
  },
});

function urlsOf(body: unknown): string[] {
  const urls: unknown =
    typeof body === 'object' && body !== null && 'urls' in body ? body.urls : undefined;
  if (!Array.isArray(urls) || !urls.every((url): url is string => typeof url === 'string')) {
    throw new errors.ValidationError('Send { "urls": ["/one", "/another"] }.');
  }
  if (urls.length > MOST) {
    throw new errors.ValidationError(
      `At most ${MOST} addresses at once; these are ${urls.length}.`
    );
  }
  return urls;
}
