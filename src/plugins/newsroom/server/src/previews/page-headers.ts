import { createHash } from 'node:crypto';

import type { Context } from '../permissions/permissions';
import { PAGE_STYLE } from './page-style';

const styleHash = createHash('sha256').update(PAGE_STYLE).digest('base64');

const policy = (panel: string | null): string =>
  [
    "default-src 'none'",
    "img-src 'self' http: https: data:",
    "media-src 'self' http: https:",
    `style-src 'sha256-${styleHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self'${panel === null ? '' : ` ${panel}`}`,
    // In a frame of the panel it has nothing of the panel's origin. Links may open beside it.
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ].join('; ');

/**
 * Has a page run nothing, be kept by nobody, and tell nobody its address, which lets whoever has it in.
 *
 * @param panel the origin of the panel, where it is another than the page's
 */
export const setPageHeaders = (ctx: Context, panel: string | null): void => {
  ctx.set({
    'Content-Security-Policy': policy(panel),
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  // It knows no other origin than the page's.
  if (panel !== null) ctx.remove('X-Frame-Options');
  ctx.type = 'text/html; charset=utf-8';
};
