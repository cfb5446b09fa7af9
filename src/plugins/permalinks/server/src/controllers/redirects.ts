import { Readable } from 'node:stream';
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { REDIRECT_WRITERS, type RedirectFormat } from '../core/addresses/render-redirects';
import { permalinksOf } from '../permalinks';
import { writeRedirects } from '../resolve/write-redirects';

type Context = Parameters<Core.ControllerHandler>[0];

const isFormat = (format: unknown): format is RedirectFormat =>
  typeof format === 'string' && Object.hasOwn(REDIRECT_WRITERS, format);

/** All redirects of the site as one stream, for whoever serves it. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  stream(ctx: Context) {
    const format: unknown = ctx.query['format'] ?? 'json';
    if (!isFormat(format)) {
      throw new errors.ValidationError(
        `format must be one of ${Object.keys(REDIRECT_WRITERS).join(', ')}.`
      );
    }
    ctx.type = REDIRECT_WRITERS[format].mediaType;
    ctx.body = Readable.from(writeRedirects(permalinksOf(strapi), format));
  },
});
