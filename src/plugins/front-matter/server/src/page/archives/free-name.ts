import type { Core } from '@strapi/strapi';

import { archivesOf } from './archives';

/** As long as the ledger's column takes. */
const MOST = 255;

/**
 * A name that no other archive of the page has: two sites that were packed as `posts.zip` are two.
 *
 * @param wanted the name, to which a number is added where it is taken
 */
export const freeName = async (strapi: Core.Strapi, wanted: string): Promise<string> => {
  // Databases differ in whether names that differ in case are the same.
  const taken = new Set((await archivesOf(strapi).names()).map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : `-${number}`;
    const name = [...wanted].slice(0, MOST - ending.length).join('') + ending;
    if (!taken.has(name.toLowerCase())) return name;
  }
};
