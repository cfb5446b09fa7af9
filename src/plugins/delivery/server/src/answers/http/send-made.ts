import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.MiddlewareHandler>[0];

/** Sends what was made as it is, unless the client has it. */
export const sendMade = (
  ctx: Context,
  body: Buffer,
  headers: Readonly<Record<string, string>>
): void => {
  ctx.set(headers);
  ctx.status = 200;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  ctx.type = 'application/json';
  // Measured and sent as it is: Koa would go through a text twice.
  ctx.body = body;
};
