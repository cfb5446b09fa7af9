// Imports an archive and kills its own process, as a power cut would, at a statement of its choice.
//
//   node killed-import.cjs ROOT ARCHIVE STATEMENT
const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

const [root, folder, statement] = process.argv.slice(2);

const main = async () => {
  const strapi = createStrapi({
    appDir: root,
    distDir: path.join(root, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  });
  strapi.log.level = 'error';
  await strapi.load();
  const importer = strapi.service('plugin::front-matter.importer');
  const reading = { dialect: 'auto', posts: [], timezone: null };
  const archive = await importer.open(folder, reading);
  let statements = 0;
  strapi.db.connection.on('query', () => {
    statements += 1;
    if (statements === Number(statement)) process.kill(process.pid, 'SIGKILL');
  });
  await importer.import({
    archive,
    reading,
    name: 'archive',
    locale: null,
    dryRun: false,
    onConflict: 'keep',
    unpublishMissing: false,
    signal: new AbortController().signal,
    onIssue: () => undefined,
    onProgress: () => undefined,
  });
  await strapi.destroy();
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
