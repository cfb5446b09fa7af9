// Imports an archive until somebody kills it. Tells its parent how many files were imported before
// it, and when it has begun to write a batch of its own.
//
//   node killed-import.cjs ROOT ARCHIVE BATCH
const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

const [root, folder, batch] = process.argv.slice(2);

const main = async () => {
  const strapi = createStrapi({
    appDir: root,
    distDir: path.join(root, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  });
  strapi.log.level = 'error';
  await strapi.load();
  // A process that answers requests writes small batches: many can be killed.
  strapi.server.mount();
  await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  const importer = strapi.service('plugin::front-matter.importer');
  const reading = { dialect: 'auto', posts: [], timezone: null };
  const archive = await importer.open(folder, reading);
  process.send({ before: await strapi.db.query('plugin::front-matter.record').count() });
  let isStarted = false;
  let batches = 0;
  const hear = ({ sql }) => {
    isStarted ||= /^insert into \S*front_matter_runs/i.test(sql);
    // A batch begins with its run showing that it is alive.
    if (!isStarted || !/^update \S*front_matter_runs. set .beat_at/i.test(sql)) return;
    batches += 1;
    if (batches === Number(batch)) process.send({ writing: true });
  };
  strapi.db.connection.on('query', hear);
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
  process.disconnect();
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
