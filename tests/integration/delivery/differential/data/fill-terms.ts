import type { Core } from '@strapi/strapi';
import { NAMES } from './texts';

/** Document ids, in the order in which they were made. */
export interface Terms {
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

/** A name that two have. */
const SHARED = 'same';

/** A name that is free while terms are made. */
const nameOf = (name: string, number: number): string =>
  NAMES.indexOf(name) < number && name === SHARED ? `${name} for now` : name;

/** How many tags there are beside those with odd names. */
const PLAIN_TAGS = 18;

/** The parent of a category, by number: chains of up to four, several children, some with none. */
const parentOf = (number: number): number | null =>
  number % 5 === 0 ? null : number % 5 === 4 ? number - 2 : number - 1;

/** A description; undefined is none. */
const descriptionOf = (number: number): string | undefined =>
  [undefined, '', '说明 %', `Description ${number}`][number % 4];

/** Gives the last of some terms a name that another has: nobody may, but old data have such. */
const shareName = async (strapi: Core.Strapi, uid: string, ids: readonly string[]) => {
  const documentId = ids[NAMES.lastIndexOf(SHARED)];
  await strapi.db.query(uid).update({ where: { documentId }, data: { name: SHARED } });
};

/** Makes categories, some below others, and tags. */
export const fillTerms = async (strapi: Core.Strapi): Promise<Terms> => {
  const categories: string[] = [];
  for (const [number, name] of NAMES.entries()) {
    const parent = parentOf(number);
    const description = descriptionOf(number);
    const { documentId } = await strapi.documents('api::category.category').create({
      data: {
        name: nameOf(name, number),
        ...(description === undefined ? {} : { description }),
        ...(parent === null ? {} : { parent: categories[parent] ?? null }),
      },
    });
    categories.push(documentId);
  }
  const tags: string[] = [];
  const plain = Array.from({ length: PLAIN_TAGS }, (_, number) => `Tag ${number}`);
  for (const [number, name] of [...NAMES, ...plain].entries()) {
    const description = descriptionOf(number + 1);
    const { documentId } = await strapi.documents('api::tag.tag').create({
      data: { name: nameOf(name, number), ...(description === undefined ? {} : { description }) },
    });
    tags.push(documentId);
  }
  await shareName(strapi, 'api::category.category', categories);
  await shareName(strapi, 'api::tag.tag', tags);
  return { categories, tags };
};
