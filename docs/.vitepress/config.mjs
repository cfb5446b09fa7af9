import process from 'node:process';

/**
 * The site of the documentation. Pages of plugins are their READMEs, so that each thing is said once: links between
 * them are those of the repository, and become pages here. A link that leads nowhere fails the build.
 */

/** Where a file of the repository stands on the site. */
const PAGES = new Map([
  ['CODES.md', '/codes'],
  ['OPERATIONS.md', '/operations'],
  ['CHANGELOG.md', '/changelog'],
]);
const README = /^(?:\.\.\/|src\/(?:plugins\/)?)(?<name>kit|[a-z]+-?[a-z]+)(?:\/README\.md)?$/u;

/**
 * @param {string} href
 * @returns {string} where it leads on the site
 */
const pageOf = (href) => {
  if (/^(?:[a-z]+:|#)/u.test(href)) return href;
  const [file = '', part] = href.split('#');
  const end = part === undefined ? '' : `#${part}`;
  const name = README.exec(file)?.groups?.['name'];
  if (name !== undefined) return `/plugins/${name}${end}`;
  const page = PAGES.get(file.split('/').at(-1) ?? '');
  return page === undefined ? href : `${page}${end}`;
};

export default {
  title: 'Broadsheet',
  description: 'Moves archives of front-matter posts into Strapi 5, and serves them from there',
  base: process.env.DOCS_BASE ?? '/',
  lang: 'en',
  cleanUrls: true,
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Tutorial', link: '/tutorial' },
      { text: 'Production', link: '/production' },
      { text: 'Changes', link: '/changelog' },
    ],
    sidebar: [
      {
        text: 'Guide',
        items: [
          { text: 'From Jekyll in ten minutes', link: '/tutorial' },
          { text: 'Your own types', link: '/own-types' },
          { text: 'Recipes', link: '/recipes' },
          { text: 'Questions', link: '/questions' },
        ],
      },
      {
        text: 'Running it',
        items: [
          { text: 'Production', link: '/production' },
          { text: 'Operations', link: '/operations' },
        ],
      },
      {
        text: 'Plugins',
        items: [
          { text: 'front-matter', link: '/plugins/front-matter' },
          { text: 'permalinks', link: '/plugins/permalinks' },
          { text: 'source-links', link: '/plugins/source-links' },
          { text: 'delivery', link: '/plugins/delivery' },
          { text: 'newsroom', link: '/plugins/newsroom' },
          { text: 'kit', link: '/plugins/kit' },
        ],
      },
      {
        text: 'Reference',
        items: [
          { text: 'Issue codes', link: '/codes' },
          { text: 'Changes', link: '/changelog' },
        ],
      },
    ],
  },
  markdown: {
    // Braces in texts are braces.
    attrs: { disable: true },
    /** @param {import('markdown-it')} md */
    config(md) {
      md.core.ruler.push('pages-of-the-site', ({ tokens, env }) => {
        const plugin = /^plugins\/(?<name>[a-z-]+)\.md$/u.exec(env.relativePath ?? '')?.groups?.[
          'name'
        ];
        for (const { children } of tokens) {
          for (const token of children ?? []) {
            const source = token.type === 'image' ? (token.attrGet('src') ?? '') : '';
            if (plugin !== undefined && source.startsWith('images/')) {
              token.attrSet('src', `../../src/plugins/${plugin}/${source}`);
            }
            const href = token.type === 'link_open' ? token.attrGet('href') : null;
            if (href !== null) token.attrSet('href', pageOf(href));
          }
        }
      });
    },
  },
};
