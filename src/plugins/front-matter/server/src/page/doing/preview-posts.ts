import type { Archive } from '../../archive/archive';
import type { JsonValue, Post } from '../../core/post';
import type { PreviewedPost } from '../../panel/contract';

/** How many posts a preview shows. */
const SHOWN = 10;

/** Files that are looked at for them: an archive may begin with many that are none. */
const MOST = 200;

/** How much of a body is shown, in characters. */
const START = 400;

/** As people write it, where it is written in their script. */
const readable = (url: string): string => {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
};

const isPublic = ({ published, draft, hiddenUntilDate, date }: Post): boolean =>
  published && !draft && !(hiddenUntilDate && date !== null && Date.parse(date) > Date.now());

const describe = (path: string, post: Post): PreviewedPost => ({
  path,
  title: post.title,
  date: post.date,
  slug: post.slug,
  url: post.url === null ? null : readable(post.url),
  categories: post.categories,
  tags: post.tags,
  isPublished: isPublic(post),
  bodyStart: [...post.content.trimStart().slice(0, 2 * START)].slice(0, START).join(''),
  frontMatter: post.frontMatter,
});

/** What a database does not keep in a text: NUL, and halves of characters. */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

const storable = (value: JsonValue): JsonValue => {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '\ufffd');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(storable);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(UNSTORABLE, '\ufffd'),
      storable(inner),
    ])
  );
};

/** The first posts of an archive, as they will be. */
export const previewPosts = async (archive: Archive): Promise<readonly PreviewedPost[]> => {
  const posts: PreviewedPost[] = [];
  let looked = 0;
  for await (const entry of archive.entries()) {
    looked += 1;
    const reading = archive.read(entry);
    if ('post' in reading) posts.push(describe(reading.path, reading.post));
    if (posts.length === SHOWN || looked === MOST) break;
  }
  return storable(posts as unknown as JsonValue) as unknown as readonly PreviewedPost[];
};
