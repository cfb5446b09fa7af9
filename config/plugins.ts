import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import type { Core } from '@strapi/strapi';
import en from '../src/admin/translations/en.json';
import zhHans from '../src/admin/translations/zh-Hans.json';

type Texts = Readonly<Record<string, string>>;

/** What the panel calls the attributes of a type, by language. */
const labelsOf = (type: string) => {
  const start = `field.${type}.`;
  const within = (texts: Texts): Texts =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([key, text]) =>
        key.startsWith(start) ? [[key.slice(start.length), text]] : []
      )
    );
  return { en: within(en), 'zh-Hans': within(zhHans) };
};

export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  'users-permissions': {
    config: { jwtSecret: env('JWT_SECRET') },
  },
  graphql: {
    config: {
      shadowCRUD: true,
      depthLimit: 8,
      defaultLimit: 25,
      maxLimit: 100,
      apolloServer: {
        // The schema's description is for those who develop.
        introspection: env.bool('GRAPHQL_INTROSPECTION', env('NODE_ENV') !== 'production'),
        // config/middlewares.ts says which origins may read.
        cors: false,
        includeStacktraceInErrorResponses: false,
        // Depth and page size bound one field; this bounds how often a request may ask for it.
        validationRules: [
          maxAliasesRule({
            n: 15,
            allowList: [],
            // What the rule throws itself ends as an internal error.
            propagateOnRejection: false,
            onReject: [(context, error) => context?.reportError(error)],
          }),
        ],
      },
    },
  },
  permalinks: {
    config: {
      contentTypes: {
        'api::post.post': { fallback: 'sourceCode', date: 'date', categories: 'categories' },
        'api::category.category': { title: 'name', pattern: '/category/:slug.html' },
        'api::tag.tag': { title: 'name', pattern: '/tag/:slug.html' },
      },
    },
  },
  delivery: {
    config: {
      enabled: env.bool('DELIVERY', true),
      keep: env.bool('DELIVERY_KEEP', true),
      changes: env.bool('DELIVERY_CHANGES', true),
      contentTypes: {
        'api::post.post': {
          order: 'date',
          listedBy: ['categories', 'tags'],
          zone: 'Asia/Shanghai',
        },
        'api::category.category': {},
        'api::tag.tag': {},
      },
    },
  },
  'front-matter': {
    config: {
      contentType: 'api::post.post',
      categories: {
        attribute: 'categories',
        paths: ['/category/:name.html', '/:name/'],
      },
      archives: {
        folder: env('ARCHIVES_FOLDER', '.archives'),
        tasks: env('ARCHIVES_TASKS', 'process'),
        roots: env.array('ARCHIVES_ROOTS', []),
      },
      events: { entries: env.bool('IMPORT_EVENTS', false) },
    },
  },
  newsroom: {
    config: {
      contentTypes: {
        'api::post.post': { fold: ['frontMatter'], labels: labelsOf('post') },
        'api::category.category': { labels: labelsOf('category') },
        'api::tag.tag': { labels: labelsOf('tag') },
      },
      preview: { url: env('PREVIEW_URL', '') || null, zone: 'Asia/Shanghai' },
      terms: {
        'api::category.category': { parent: 'parent', posts: { 'api::post.post': 'categories' } },
        'api::tag.tag': { posts: { 'api::post.post': 'tags' } },
      },
    },
  },
  'source-links': {
    config: {
      contentTypes: { 'api::post.post': {} },
      providers: [
        {
          name: 'infocode',
          hosts: ['finews.zning.xyz', 'choicewzp1.eastmoney.com'],
          code: 'NW(?<key>[0-9]{18})',
          address: 'http://{host}/html_News/NewsShare.html?infoCode={code}',
        },
        {
          name: 'eastmoney',
          hosts: ['finance.eastmoney.com', '*.eastmoney.com'],
          code: '(?<key>[0-9]{18})',
          address: 'http://{host}/news/{column},{code}.html',
        },
        { name: 'web', hosts: ['*'] },
      ],
    },
  },
});
