import { z } from 'astro/zod';

const term = z.object({ name: z.string(), slug: z.string(), path: z.string().nullish() });

/** A post, as the CMS answers with it. */
export const post = z.object({
  documentId: z.string(),
  title: z.string(),
  path: z.string(),
  date: z.coerce.date(),
  body: z.string().nullish(),
  excerpt: z.string().nullish(),
  sourceLink: z.string().nullish(),
  categories: z.array(term),
  tags: z.array(term),
});

export type Post = z.infer<typeof post>;
