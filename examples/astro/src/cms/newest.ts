import { getCollection } from 'astro:content';

/** All posts, the newest first. */
export const newest = async () =>
  (await getCollection('posts')).sort(
    (one, other) => other.data.date.getTime() - one.data.date.getTime()
  );
