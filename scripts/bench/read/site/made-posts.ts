import { randomFrom, type Random } from '../../../make-archive/random';
import { CITIES, MEDIA, SENTENCES, SUBJECTS, VERBS } from '../../../make-archive/words';

/** Categories in all; the largest has a fifth of all posts, the smallest twenty posts. */
export const CATEGORIES = 40;
export const LARGEST = 0;
export const SMALLEST = CATEGORIES - 1;
export const TAGS = 400;

/** In no text but these: what a search finds little of, and reads everything for. */
export const RARE_WORD = '磁浮列车';
const RARE = 499;

const IN_SMALLEST = 20;
/** Hundredths of all posts that are in the largest category, and in one more than their first. */
const IN_LARGEST = 20;
const IN_TWO = 15;

const FIRST = Date.UTC(2004, 0, 1);
const SPAN = Date.UTC(2024, 0, 1) - FIRST;
const SECOND = 1000;

/** One post of a made site. */
export interface MadePost {
  readonly documentId: string;
  readonly title: string;
  readonly slug: string;
  /** No two posts have the same, so that there is one order of them. */
  readonly date: Date;
  readonly body: string;
  readonly excerpt: string;
  readonly sourceCode: string;
  readonly sourceUrl: string;
  readonly sourceName: string;
  /** Indexes of categories and of tags, in the post's order, none twice. */
  readonly categories: readonly number[];
  readonly tags: readonly number[];
}

export const documentIdOf = (kind: 'p' | 'c' | 't', index: number): string =>
  `${kind}${String(index).padStart(23, '0')}`;
export const categorySlug = (index: number): string => `category-${index}`;
export const tagSlug = (index: number): string => `tag-${index}`;
export const categoryName = (index: number): string => `${wordOf(SUBJECTS, index)}（${index}）`;
export const tagName = (index: number): string => `${wordOf(VERBS, index)}${index}`;

const wordOf = (words: readonly string[], index: number): string =>
  words[index % words.length] ?? '';

/** From the first year to the last, evenly, whatever their number. */
const dateOf = (index: number, posts: number): Date => {
  const apart = SPAN / posts;
  const late = randomFrom(index + 1).below(Math.floor(apart / SECOND));
  return new Date(FIRST + Math.floor((index * apart) / SECOND + late) * SECOND);
};

const codeOf = (index: number, date: Date): string =>
  `NW${date.toISOString().slice(0, 10).replaceAll('-', '')}${String(2_000_000_000 + index)}`;

/** The slug of a post by its number. */
export const slugOf = (index: number, posts: number): string => codeOf(index, dateOf(index, posts));

/** An index below a count, the lower the likelier: a few have most, many have few. */
const skewed = (random: Random, count: number): number => {
  const most = 1 / Math.sqrt(2.5);
  const least = 1 / Math.sqrt(count + 2.5);
  const share = random.below(1_000_000) / 1_000_000;
  return Math.floor((most - share * (most - least)) ** -2 - 2.5);
};

const categoriesOf = (index: number, posts: number, random: Random): number[] => {
  const every = Math.floor(posts / IN_SMALLEST);
  if (index % every === every >> 1 && Math.floor(index / every) < IN_SMALLEST) return [SMALLEST];
  const among = (): number => 1 + skewed(random, CATEGORIES - 2);
  const first = random.below(100) < IN_LARGEST ? LARGEST : among();
  return random.below(100) < IN_TWO ? [...new Set([first, among()])] : [first];
};

const tagsOf = (random: Random): number[] => [
  ...new Set(Array.from({ length: 1 + random.below(3) }, () => skewed(random, TAGS))),
];

/** Some thousand characters, three thousand bytes. */
const bodyOf = (index: number, random: Random, end: string): string => {
  const paragraphs = Array.from({ length: 5 + random.below(4) }, () => {
    const sentences = Array.from({ length: 4 + random.below(3) }, () => random.pick(SENTENCES));
    return `<p>${sentences.join('')}</p>`;
  });
  if (index % RARE === 0) paragraphs.push(`<p>${RARE_WORD}试运行。</p>`);
  return `${paragraphs.join('\n ')}${end}`;
};

/** A post by its number: the same every time in a site of the same size. */
export const makePost = (index: number, posts: number): MadePost => {
  const random = randomFrom(index + 1);
  const date = dateOf(index, posts);
  const code = codeOf(index, date);
  const medium = random.pick(MEDIA);
  const title = `${random.pick(CITIES)}${random.pick(SUBJECTS)}${random.pick(VERBS)}：“${random.pick(SUBJECTS)}”观察${index}`;
  return {
    documentId: documentIdOf('p', index),
    title,
    slug: code,
    date,
    body: bodyOf(index, random, `<p class="em_media">（文章来源：${medium.name}）</p>`),
    excerpt: `${title}。${random.pick(SENTENCES)}`,
    sourceCode: code,
    sourceUrl: `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=${code}`,
    sourceName: medium.name,
    categories: categoriesOf(index, posts, random),
    tags: tagsOf(random),
  };
};
