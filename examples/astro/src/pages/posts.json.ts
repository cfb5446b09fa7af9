import type { APIRoute } from 'astro';
import { newest } from '../cms/newest';

/** What the search looks through. */
export const GET: APIRoute = async () =>
  Response.json(
    (await newest()).map(({ data }) => ({
      title: data.title,
      path: data.path,
      date: data.date.toISOString().slice(0, 10),
      categories: data.categories.map(({ slug }) => slug),
    }))
  );
