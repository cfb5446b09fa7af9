// Serves the application on the database that its environment names, until it is told to end.
//
//   fork('serve.cjs', [HOME]), which hears { port }; HOME is that of an application in JavaScript
const { createStrapi } = require('@strapi/strapi');

const [home] = process.argv.slice(2);

const main = async () => {
  const strapi = createStrapi({
    appDir: home,
    distDir: home,
    autoReload: false,
    serveAdminPanel: false,
  });
  strapi.log.level = 'error';
  await strapi.load();
  await strapi.start();
  process.send({ port: strapi.server.httpServer.address().port });
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
