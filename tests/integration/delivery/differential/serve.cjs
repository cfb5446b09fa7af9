// Serves the application on the database that its environment names, on a port of its own, until
// its parent lets go of it.
//
//   fork('serve.cjs', [ROOT]), which hears { port }
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
  strapi.server.mount();
  const { httpServer } = strapi.server;
  // Nobody's connection may be closed while a question is on its way.
  httpServer.keepAliveTimeout = 0;
  httpServer.listen(0, '127.0.0.1', () => process.send({ port: httpServer.address().port }));
  process.once('disconnect', async () => {
    httpServer.closeAllConnections();
    await strapi.destroy();
    process.exit(0);
  });
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
