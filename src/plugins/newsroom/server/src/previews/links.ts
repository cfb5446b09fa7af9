import type { Core } from '@strapi/strapi';

import {
  linkKey,
  type OpenedLink,
  openLink,
  type PreviewLink,
  signLink,
} from '../core/previews/sign-link';

export const DAY = 86_400_000;

/** How long what the panel shows can be loaded again; it asks anew whenever it is opened. */
export const HOUR = 3_600_000;

/** @throws Error on an instance that has no secret, as one without a panel may */
const keyOf = ({ config }: Core.Strapi) => {
  const secret: unknown = config.get('admin.auth.secret');
  if (typeof secret !== 'string' || secret === '') {
    throw new Error('Links to previews are signed with admin.auth.secret, and it is not set.');
  }
  return linkKey(secret);
};

/** The token of a link that can be opened until a moment, in milliseconds. */
export const makeLink = (strapi: Core.Strapi, link: PreviewLink, endsAt: number): string =>
  signLink(keyOf(strapi), link, endsAt);

/** Reads a token that somebody has opened a page with. */
export const readLink = (strapi: Core.Strapi, token: string, now = Date.now()): OpenedLink =>
  openLink(keyOf(strapi), token, now);
