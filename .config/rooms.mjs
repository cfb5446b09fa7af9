/*
 * The rooms of each folder, from its doors down: a room may import what stands below it, and nothing
 * above. Rooms of one line may import each other in one direction, unless they are kept apart.
 */

const server = (plugin) => `src/plugins/${plugin}/server/src`;
const admin = (plugin) => `src/plugins/${plugin}/admin/src`;

/** What Strapi, a shell or another package opens. */
const DOORS = [
  ...['bin', 'services', 'controllers', 'routes', 'content-types'],
  ...['index.ts', 'register.ts', 'bootstrap.ts', 'destroy.ts', 'config-types.ts'],
];

const PANEL = [
  ['index.ts'],
  ['components', 'group-fields.ts', 'name-fields.ts', 'provider-filter.ts'],
  ['hooks'],
  ['translations', 'served-type.ts', 'refused-slugs.ts'],
  ['plugin-id.ts'],
];

export const ROOMS = {
  '.': [['tests'], ['scripts'], ['config'], ['src']],
  src: [
    ['index.ts', 'admin', 'api'],
    ['boot'],
    ['plugins/front-matter'],
    ['plugins/permalinks', 'plugins/source-links', 'plugins/delivery', 'plugins/newsroom'],
    ['kit'],
  ],
  'src/kit/src': [
    ['index.ts'],
    ['guard-site.ts', 'handle-rejections.ts'],
    ['admin', 'answers', 'cli', 'documents', 'operations', 'requests'],
    ['database'],
    ['config'],
    ['texts'],
    ['text', 'is-serving.ts'],
  ],
  [server('front-matter')]: [
    [...DOORS, 'reader.ts'],
    ['page'],
    ['import', 'rollback'],
    ['contests', 'origin'],
    ['reading'],
    ['run'],
    ['ledger', 'site', 'archive', 'boxes'],
    ['config', 'messages.ts', 'panel'],
    ['core'],
  ],
  [server('permalinks')]: [
    [...DOORS, 'graphql'],
    ['hooks', 'panel', 'rebuild'],
    ['resolve'],
    ['paths'],
    ['permalinks.ts'],
    ['claims', 'reserved-paths.ts', 'served-type.ts'],
    ['config'],
    ['contract.ts', 'address-contract.ts'],
    ['core', 'messages.ts'],
  ],
  [server('source-links')]: [
    [...DOORS, 'graphql', 'rest'],
    ['check', 'check-content-types.ts', 'hooks', 'panel', 'rebuild'],
    ['sources'],
    ['config.ts'],
    ['core'],
  ],
  'src/plugins/newsroom': [['admin', 'server'], ['core']],
  [server('newsroom')]: [
    DOORS,
    ['lists'],
    ['check-types.ts', 'open-forms', 'previews', 'saves', 'terms', 'bulk', 'schedule', 'home'],
    ['reading', 'permissions', 'panel'],
    ['config.ts', 'core', 'messages.ts'],
  ],
  [server('delivery')]: [
    DOORS,
    ['cache', 'graphql', 'stock', 'streams'],
    ['pages'],
    ['answers', 'browse'],
    ['plans', 'kept', 'changes', 'indexes'],
    ['triggers'],
    ['config', 'client', 'description'],
  ],
  [admin('front-matter')]: [
    ['index.ts'],
    ['lists'],
    ['components'],
    ['hooks', 'viewer'],
    [
      'requests',
      'documents',
      'tasks',
      'files',
      'issues',
      'mapping',
      'conflicts',
      'runs',
      'desk',
      'permissions.ts',
    ],
    ['translations', 'served-type.ts'],
    ['plugin-id.ts'],
  ],
  [admin('newsroom')]: [
    ['index.ts'],
    ['forms', 'lists', 'widgets'],
    ['body', 'components'],
    ['hooks'],
    ['typed', 'terms', 'schedule', 'days'],
    ['requests', 'served-type.ts', 'translations'],
    ['plugin-id.ts'],
  ],
  [`${admin('newsroom')}/body`]: [
    ['body-field.ts'],
    ['components'],
    ['hooks'],
    ['editor', 'paste', 'preview'],
    ['core'],
  ],
  [admin('permalinks')]: PANEL,
  [admin('source-links')]: PANEL,
  scripts: [
    ['*.ts', '*.mjs'],
    ['bench', 'fuzz', 'packages', 'release', 'smoke'],
    ['make-archive', 'prepare', 'site'],
  ],
};

/** Rooms of one line that do not know each other at all. */
export const APART = [
  'src/plugins/(permalinks|source-links|delivery|newsroom)',
  `${server('delivery')}/(plans|kept|changes)`,
  `${server('delivery')}/(answers|browse)`,
  'src/kit/src/(admin|answers|cli|documents|operations|requests)',
  `${server('front-matter')}/(import|rollback)`,
  `${server('front-matter')}/(ledger|site)`,
  'scripts/(bench|fuzz|packages|release|smoke)',
];
