export default [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  'strapi::poweredBy',
  'strapi::query',
  'strapi::body',
  'global::refuse-nul',
  'strapi::session',
  { name: 'strapi::favicon', config: { path: './public/favicon.png' } },
  'strapi::public',
];
