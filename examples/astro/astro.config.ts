import sitemap, { type SitemapItem } from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { redirects } from './src/cms/redirects';

/** A sitemap would leave out what the files are called by. */
const atItsFile = (item: SitemapItem): SitemapItem =>
  item.url.endsWith('/') ? item : { ...item, url: `${item.url}.html` };

export default defineConfig({
  site: process.env['SITE_URL'] ?? 'https://example.com',
  // Posts keep the addresses that they have: `/markets/2022/03/03/harbour.html`.
  build: { format: 'file' },
  trailingSlash: 'never',
  integrations: [sitemap({ serialize: atItsFile }), redirects()],
});
