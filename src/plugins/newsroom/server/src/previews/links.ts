import type { Core } from '@strapi/strapi';

import {
  linkKey,
  type OpenedLink,
  openLink,
  type PreviewLink,
  signLink,
} from '../core/previews/sign-link';

export const DAY = 86_400_000;

const keyOf = ({ config }: Core.Strapi) => linkKey(String(config.get('admin.auth.secret')));

/** The token of a link that can be opened until a moment, in milliseconds. */
export const makeLink = (strapi: Core.Strapi, link: PreviewLink, endsAt: number): string =>
  signLink(keyOf(strapi), link, endsAt);

/** Reads a token that somebody has opened a page with. */
export const readLink = (strapi: Core.Strapi, token: string, now = Date.now()): OpenedLink =>
  openLink(keyOf(strapi), token, now);
