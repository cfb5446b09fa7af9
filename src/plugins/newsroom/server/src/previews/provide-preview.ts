import type { Core } from '@strapi/strapi';
import { extendMiddlewareConfiguration } from '@strapi/utils';

import type { NewsroomConfig } from '../config';
import { addressesOf } from './addresses';
import { previewHandler } from './preview-url';

const SECURITY = 'strapi::security';

type Middlewares = Parameters<typeof extendMiddlewareConfiguration>[0];

interface Security {
  readonly name?: string;
  readonly config?: { readonly contentSecurityPolicy?: unknown };
}

/** Whether the application has switched its panel's policy off. */
const hasNoPolicy = (middlewares: Middlewares): boolean =>
  (middlewares as readonly (string | Security)[]).some(
    (middleware) =>
      typeof middleware === 'object' &&
      middleware.name === SECURITY &&
      middleware.config?.contentSecurityPolicy === false
  );

/** Lets the panel have frames of another origin, beside those of its own. */
const letFrame = ({ config }: Core.Strapi, origin: string): void => {
  const middlewares = config.get<Middlewares>('middlewares');
  if (hasNoPolicy(middlewares)) return;
  const directives = { 'frame-src': ["'self'", origin] };
  config.set(
    'middlewares',
    extendMiddlewareConfiguration(middlewares, {
      name: SECURITY,
      config: { contentSecurityPolicy: { directives } },
    })
  );
};

/**
 * Switches Strapi's preview on for the types that are served, where the application has not configured one of its own,
 * nor switched it off. To be called by `register`: middlewares are made after it.
 */
export const providePreview = (
  strapi: Core.Strapi,
  { contentTypes, preview }: NewsroomConfig
): void => {
  const isConfigured = (strapi.config.get('admin.preview') ?? null) !== null;
  if (isConfigured || Object.keys(contentTypes).length === 0) return;
  // Set anew as a whole: applications of one process have one object there.
  strapi.config.set('admin', {
    ...strapi.config.get<object>('admin'),
    preview: { enabled: true, config: { handler: previewHandler(strapi) } },
  });
  const { panel, server } = addressesOf(strapi);
  if (preview.url !== null) letFrame(strapi, preview.url.origin);
  else if (panel !== null) letFrame(strapi, new URL(server).origin);
};
