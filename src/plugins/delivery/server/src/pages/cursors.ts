import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { isPlace, type Place } from './keyset/place';
import type { SortKey } from './keyset/sort-keys';

/** Which list a cursor belongs to. */
export interface ListOf {
  readonly uid: string;
  readonly keys: readonly SortKey[];
  /** What decides which documents the list has: its filters, search and language. */
  readonly filters: string;
}

/** Writes places in lists as texts that nobody else can make, and reads them. */
export interface Cursors {
  /** @throws ValidationError where an attribute's value is too long for an address */
  write(list: ListOf, place: Place): string;
  /** Null for a text that is no cursor of the list. */
  read(list: ListOf, cursor: string): Place | null;
}

const PURPOSE = 'strapi-plugin-delivery: cursors';
const SIGNATURE = 16;

/** Characters of a place, as JSON; addresses of some 8,000 characters are taken everywhere. */
const MOST = 2000;
const CURSOR = /^[\w-]{22,4000}$/u;

/**
 * @param keys the application's own, the newest first: cursors are signed with one that is made of it, and
 *   those that were signed with the others are read, too
 */
export const makeCursors = (keys: readonly string[]): Cursors => {
  const secrets = keys.map((key) => Buffer.from(hkdfSync('sha256', key, '', PURPOSE, 32)));
  const sign = (secret: Buffer, { uid, keys: order, filters }: ListOf, text: string): Buffer =>
    createHmac('sha256', secret)
      .update(JSON.stringify([uid, order.map((key) => [key.attribute, key.isDescending]), filters]))
      .update(text)
      .digest()
      .subarray(0, SIGNATURE);
  const [newest] = secrets;
  if (newest === undefined) throw new Error('there is no key to sign cursors with');

  return {
    write(list, place) {
      const text = JSON.stringify(place);
      if (text.length > MOST) {
        throw new errors.ValidationError(
          'A document of this page has a text that is too long for a cursor: sort by another attribute.'
        );
      }
      return Buffer.concat([sign(newest, list, text), Buffer.from(text)]).toString('base64url');
    },
    read(list, cursor) {
      if (!CURSOR.test(cursor)) return null;
      const bytes = Buffer.from(cursor, 'base64url');
      const signature = bytes.subarray(0, SIGNATURE);
      const text = bytes.subarray(SIGNATURE).toString();
      if (!secrets.some((secret) => timingSafeEqual(signature, sign(secret, list, text)))) {
        return null;
      }
      const place: unknown = JSON.parse(text);
      return isPlace(place, list.keys) ? place : null;
    },
  };
};

const made = new WeakMap<Core.Strapi, Cursors>();

/** The cursors of an application. */
export const cursorsOf = (strapi: Core.Strapi): Cursors => {
  const known = made.get(strapi);
  if (known !== undefined) return known;
  const configured = [strapi.config.get('server.app.keys', []) as unknown].flat();
  const keys = configured.filter((key): key is string => typeof key === 'string' && key !== '');
  if (keys.length === 0) {
    strapi.log.warn('delivery has no app.keys to sign cursors with: they end with the process');
    keys.push(randomBytes(32).toString('hex'));
  }
  const cursors = makeCursors(keys);
  made.set(strapi, cursors);
  return cursors;
};
