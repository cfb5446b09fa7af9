import type { Core } from '@strapi/strapi';

const NUL = '\0';

/** Whether text anywhere in a decoded body holds a NUL. */
const holdsNul = (value: unknown): boolean => {
  if (typeof value === 'string') {
    return value.includes(NUL);
  }
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNul);
};

/**
 * Refuses requests with a NUL in address or body: PostgreSQL cannot store or compare one and fails
 * with a server error, other databases would keep what no text should hold.
 */
export default (): Core.MiddlewareHandler => async (ctx, next) => {
  if (/%00/.test(ctx.url) || holdsNul(ctx.request.body)) {
    return ctx.badRequest('Text with a NUL character cannot be stored. Remove it.');
  }
  return next();
};
