import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { sign, TokenExpiredError, verify } from 'jsonwebtoken';
import { z } from 'zod';

const AUDIENCE = 'newsroom-preview';
const ALGORITHM = 'HS256';

const claims = z.object({
  uid: z.string(),
  documentId: z.string(),
  locale: z.string().nullable(),
  status: z.enum(['draft', 'published']),
  maker: z.int(),
  language: z.string().nullable(),
  exp: z.int(),
});

/** What a link shows. */
export interface PreviewLink {
  readonly uid: string;
  readonly documentId: string;
  /** Null for the usual one, and on a type that has none. */
  readonly locale: string | null;
  readonly status: 'draft' | 'published';
  /** The administrator who has made it. */
  readonly maker: number;
  /** The language of the page: that of the panel which shows it; null for that of whoever opens it. */
  readonly language: string | null;
}

/** A link that was opened; `unknown` is one that was not made here, or not whole. */
export type OpenedLink =
  | {
      readonly kind: 'valid';
      readonly link: PreviewLink;
      /** In milliseconds. */
      readonly endsAt: number;
    }
  | { readonly kind: 'ended' }
  | { readonly kind: 'unknown' };

/**
 * The key of links, made from a secret of the application for this use alone: so no link is a session or a token of
 * anything else, and nothing else is a link.
 */
export const linkKey = (secret: string): KeyObject =>
  createSecretKey(
    Buffer.from(hkdfSync('sha256', secret, '', 'strapi-plugin-newsroom: links to previews', 32))
  );

/**
 * The token of a link. All that it shows is in it, signed: nothing has to be kept or cleared away, and every instance
 * of an application, which all have its secret, can open it. What may be seen is asked for when it is opened.
 *
 * @param endsAt until when it can be opened, in milliseconds; whole seconds count
 */
export const signLink = (key: KeyObject, link: PreviewLink, endsAt: number): string =>
  sign({ ...link, exp: Math.floor(endsAt / 1000) }, key, {
    algorithm: ALGORITHM,
    audience: AUDIENCE,
    noTimestamp: true,
  });

/** @param now in milliseconds */
export const openLink = (key: KeyObject, token: string, now: number): OpenedLink => {
  try {
    const read = verify(token, key, {
      algorithms: [ALGORITHM],
      audience: AUDIENCE,
      clockTimestamp: Math.floor(now / 1000),
    });
    const { data } = claims.safeParse(read);
    if (data === undefined) return { kind: 'unknown' };
    const { exp, ...link } = data;
    return { kind: 'valid', link, endsAt: exp * 1000 };
  } catch (error) {
    // It is told only of a token whose signature is right.
    return { kind: error instanceof TokenExpiredError ? 'ended' : 'unknown' };
  }
};
