import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { newest } from '../cms/newest';

export const GET: APIRoute = async ({ site }) =>
  rss({
    title: 'Broadsheet',
    description: 'The newest posts',
    site: site ?? 'https://example.com',
    trailingSlash: false,
    items: (await newest()).slice(0, 50).map(({ data }) => ({
      title: data.title,
      link: data.path,
      pubDate: data.date,
      description: data.excerpt ?? '',
      categories: data.categories.map(({ name }) => name),
    })),
  });
