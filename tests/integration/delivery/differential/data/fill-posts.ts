import type { Core } from '@strapi/strapi';
import { BODIES, DATES, EXCERPTS, FRONT_MATTER, TITLES } from './texts';

const POST = 'api::post.post';

/** How many posts there are. */
const POSTS = 300;

const pick = <Value>(list: readonly Value[], number: number): Value =>
  list[number % list.length] as Value;

/** A number that has little to do with the one it is made from, and is the same on each run. */
const mixed = (number: number, salt: number): number =>
  Math.imul(number * 2_654_435_761 + salt * 40_503, 2_246_822_519) >>> 8;

/** A few of a list, in an order of their own; of every fifteenth post, many. */
const some = (list: readonly string[], number: number, salt: number): string[] => {
  const count = number % 15 === 7 ? 11 : mixed(number, salt) % 4;
  return Array.from({ length: count }, (_, index) => pick(list, mixed(number, salt) + index * 5));
};

const titleOf = (number: number): string =>
  number < TITLES.length * 2 ? pick(TITLES, number) : `Post ${number}`;

/** Many at the same moment; each of the others at one of its own. */
const dateOf = (number: number): string =>
  number % 3 === 0
    ? pick(DATES, mixed(number, 1))
    : new Date(
        Date.UTC(2015 + (number % 9), number % 12, 1 + (number % 28), number % 24)
      ).toISOString();

/** Half of the posts have a code; a few share a story each, some by another code of it. */
const codeOf = (number: number): string | null => {
  const story = String(mixed(number, 2) % 40).padStart(2, '0');
  return [`NW2022021722792660${story}`, `2022021722792660${story}`, null, null][number % 4] ?? null;
};

const URLS = ['https://paper.example/a?b=1&c=%20', 'https://paper.example/文', null, null];
const SOURCES = ['证券时报', '', null, 'Paper'];

const dataOf = (number: number, categories: readonly string[], tags: readonly string[]) => {
  const code = codeOf(number);
  return {
    title: titleOf(number),
    date: dateOf(number),
    excerpt: pick(EXCERPTS, mixed(number, 3)),
    body: pick(BODIES, mixed(number, 4)),
    frontMatter: pick(FRONT_MATTER, mixed(number, 5)),
    sourceName: pick(SOURCES, mixed(number, 6)),
    ...(code === null ? { sourceUrl: pick(URLS, mixed(number, 7)) } : { sourceCode: code }),
    categories: [...new Set(some(categories, number, 8))],
    tags: [...new Set(some(tags, number, 9))],
  };
};

/**
 * Makes posts: most are published as they stand; of others there is a draft alone, or one that says
 * something else than what is published, or one that was published once.
 */
export const fillPosts = async (
  strapi: Core.Strapi,
  categories: readonly string[],
  tags: readonly string[]
): Promise<void> => {
  const posts = strapi.documents(POST);
  const undated: string[] = [];
  for (let number = 0; number < POSTS; number += 1) {
    const isDraft = number % 10 === 9;
    const { documentId } = await posts.create({
      data: dataOf(number, categories, tags) as never,
      ...(isDraft ? {} : { status: 'published' as const }),
    });
    if (number % 10 === 3) {
      const title = `Edited ${titleOf(number)}`;
      const other = dataOf(number + 1, categories, tags);
      await posts.update({ documentId, data: { ...other, title } as never });
    }
    if (number % 50 === 14) await posts.unpublish({ documentId });
    if (number % 25 === 6) undated.push(documentId);
  }
  // As no door of the panel leaves it, but other people's code and old databases do.
  await strapi.db
    .queryBuilder(POST)
    .where({ documentId: { $in: undated } })
    .update({ date: null })
    .execute();
};
