import type { Core } from '@strapi/strapi';
import { NAMES } from './texts';

/** Document ids, in the order in which they were made. */
export interface Terms {
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

/** How many tags there are beside those with odd names. */
const PLAIN_TAGS = 18;

/** The parent of a category, by number: chains of up to four, several children, some with none. */
const parentOf = (number: number): number | null =>
  number % 5 === 0 ? null : number % 5 === 4 ? number - 2 : number - 1;

/** A description; undefined is none. */
const descriptionOf = (number: number): string | undefined =>
  [undefined, '', '说明 %', `Description ${number}`][number % 4];

/** Makes categories, some below others, and tags. */
export const fillTerms = async (strapi: Core.Strapi): Promise<Terms> => {
  const categories: string[] = [];
  for (const [number, name] of NAMES.entries()) {
    const parent = parentOf(number);
    const description = descriptionOf(number);
    const { documentId } = await strapi.documents('api::category.category').create({
      data: {
        name,
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
    const { documentId } = await strapi
      .documents('api::tag.tag')
      .create({ data: { name, ...(description === undefined ? {} : { description }) } });
    tags.push(documentId);
  }
  return { categories, tags };
};
