/*
 * Which file may import which. Types count as much as values: an import that is gone once it is
 * compiled ties two files together as well.
 */
import { APART, ROOMS } from './rooms.mjs';

const escape = (text) => text.replace(/[.]/g, '[.]').replace(/[*]/g, '[^/]+');

/** A pattern for everything in some of a folder's rooms. */
const inRooms = (folder, rooms) => {
  const start = folder === '.' ? '^' : `^${escape(folder)}/`;
  return `${start}(?:${rooms.map(escape).join('|')})(?:/|$)`;
};

const order = Object.entries(ROOMS).flatMap(([folder, lines]) => [
  {
    name: 'every-file-has-a-room',
    comment: `A file of ${folder} is in none of the rooms that .config/rooms.mjs lists.`,
    from:
      folder === '.'
        ? { path: '^$' }
        : {
            path: `^${escape(folder)}/`,
            pathNot: [inRooms(folder, lines.flat()), '/dist/'],
          },
    to: {},
  },
  ...lines.slice(1).map((rooms, index) => ({
    name: 'imports-point-down',
    comment: `In ${folder}, nothing imports what stands above it in .config/rooms.mjs.`,
    from: { path: inRooms(folder, rooms) },
    to: { path: inRooms(folder, lines.slice(0, index + 1).flat()) },
  })),
]);

const apart = APART.map((rooms) => ({
  name: 'rooms-apart',
  comment: 'These rooms do not know each other: see .config/rooms.mjs.',
  from: { path: `^${rooms}/` },
  to: { path: `^${rooms}/`, pathNot: '^' + rooms.replace(/[(].*[)]/, '$1') + '/' },
}));

const CORE = '^src/plugins/([^/]+)/(?:server/src/)?core/';
const DIALECTS = '^src/plugins/front-matter/server/src/core/dialects/';
const ENGINES = '^src/kit/src/database/engines/';

/**
 * A folder of alternatives that one list names, and nobody else knows one by one.
 *
 * @param shared the folder of what several of them have in common
 */
const knownByListAlone = (name, folder, shared = 'shared') => [
  {
    name,
    comment: 'One of these is known by list.ts alone: everybody else asks the list.',
    from: { path: '^src/', pathNot: [`${folder}list[.]ts$`, `${folder}[^/]+/`] },
    to: { path: `${folder}[^/]+/` },
  },
  {
    name,
    comment: 'One of these knows no other.',
    from: { path: `${folder}([^/]+)/` },
    to: { path: `${folder}[^/]+/`, pathNot: `${folder}($1|${shared})/` },
  },
];

export default {
  forbidden: [
    { name: 'no-circle-of-files', from: {}, to: { circular: true } },
    { name: 'no-circle-of-folders', scope: 'folder', from: {}, to: { circular: true } },
    {
      name: 'only-what-is-there',
      comment: 'No such file, or an entry that the package does not publish.',
      from: {},
      to: { couldNotResolve: true },
    },
    ...order,
    ...apart,
    {
      name: 'packages-by-name',
      comment:
        'What is in another package is imported by its name, from an entry that it publishes.',
      from: { path: '^(?:config|scripts|src)/', pathNot: '^src/(kit|plugins/[^/]+)/' },
      to: { path: '^src/(?:kit|plugins/[^/]+)/(?!dist/)' },
    },
    {
      name: 'packages-by-name',
      comment:
        'What is in another package is imported by its name, from an entry that it publishes.',
      from: { path: '^src/(kit|plugins/[^/]+)/' },
      to: { path: '^src/(?:kit|plugins/[^/]+)/(?!dist/)', pathNot: '^src/$1/' },
    },
    {
      name: 'packages-by-name',
      comment: 'What is compiled is imported by the name of its package.',
      from: { path: '^(?:config|scripts|src)/', pathNot: '^src/plugins/[^/]+/bin/' },
      to: {
        path: '^src/(?:kit|plugins/[^/]+)/dist/',
        dependencyTypes: ['local'],
        dependencyTypesNot: ['aliased'],
      },
    },
    {
      name: 'core-is-pure',
      comment: 'core/ is pure: effects come in through its callers.',
      from: { path: CORE },
      to: { dependencyTypes: ['core'], pathNot: '^(?:buffer|crypto|util)$' },
    },
    {
      name: 'core-is-pure',
      comment: 'core/ is pure: it knows neither Strapi nor a database.',
      from: { path: CORE },
      to: { path: '(?:^|/)node_modules/(?:@strapi|knex|better-sqlite3|mysql2|pg)/' },
    },
    {
      name: 'core-is-pure',
      comment:
        'core/ imports nothing of its package but itself, and of others what is pure as well.',
      from: { path: CORE },
      to: {
        path: '^src/',
        pathNot: [
          '^src/plugins/$1/(?:server/src/)?core/',
          '^src/plugins/[^/]+/dist/server/src/core/',
          '^src/kit/dist/(?:config/|database/keys[.](?:d[.]ts|js)$)',
        ],
      },
    },
    {
      name: 'core-is-pure',
      comment: 'Reading a configuration is pure.',
      from: { path: '^src/kit/src/config/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-knows-no-dialect',
      comment: 'What all dialects share knows none: what it needs of one is passed in.',
      from: { path: CORE, pathNot: DIALECTS },
      to: { path: DIALECTS },
    },
    ...knownByListAlone('one-dialect', DIALECTS),
    ...knownByListAlone('one-engine', ENGINES, 'server'),
  ].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    // Circles of folders are found with the metrics of folders.
    metrics: true,
  },
};
