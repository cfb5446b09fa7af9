// Starts the application on the database that its environment names, and stops it.
//
//   node start-once.cjs ROOT
const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

const [root] = process.argv.slice(2);

const main = async () => {
  const strapi = createStrapi({
    appDir: root,
    distDir: path.join(root, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  });
  strapi.log.level = 'error';
  await strapi.load();
  await strapi.destroy();
};

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  }
);
