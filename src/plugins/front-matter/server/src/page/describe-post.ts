import type { Post } from '../core/post';
import type { PreviewedPost } from '../panel/task-contract';

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

/**
 * A post as it will be, for people to look at.
 *
 * @param timezone that the archive's dates are read in, and addresses are made of
 */
export const describePost = (path: string, post: Post, timezone: string): PreviewedPost => ({
  path,
  title: post.title,
  date: post.date,
  timezone,
  slug: post.slug,
  url: post.url === null ? null : readable(post.url),
  categories: post.categories,
  tags: post.tags,
  isPublished: isPublic(post),
  bodyStart: [...post.content.trimStart().slice(0, 2 * START)].slice(0, START).join(''),
  frontMatter: post.frontMatter,
});
