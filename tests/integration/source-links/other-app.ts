import type { TestDatabase } from '../harness/databases';
import { makeOtherApp as makeApp, type OtherApp } from '../harness/other-app';

export type { OtherApp };

/** Somebody else's application: one localised type, with names of its own for everything. */
const ARTICLE = {
  kind: 'collectionType',
  collectionName: 'articles',
  info: { singularName: 'article', pluralName: 'articles', displayName: 'Article' },
  options: { draftAndPublish: true },
  pluginOptions: { i18n: { localized: true } },
  attributes: {
    headline: { type: 'string' },
    text: { type: 'text' },
    reference: { type: 'customField', customField: 'plugin::source-links.code' },
    address: { type: 'string' },
    story: { type: 'string' },
    related: { type: 'relation', relation: 'oneToMany', target: 'api::article.article' },
  },
};

export const ARTICLE_SOURCES = {
  'api::article.article': {
    code: 'reference',
    url: 'address',
    key: 'story',
    name: false,
    body: 'text',
    link: 'readAt',
  },
};

/** Makes it; its configuration is that of source links alone. */
export async function makeOtherApp(database: TestDatabase): Promise<OtherApp> {
  const app = await makeApp(database, {
    types: [ARTICLE],
    plugins: ['strapi-plugin-source-links'],
  });
  return {
    ...app,
    configure: (config) => app.configure({ 'source-links': { config } }),
    boot: (config) => app.boot({ 'source-links': { config } }),
  };
}
