// Serves the application on the database that its environment names, with a route that answers when it has waited as
// long as its query says, until it is told to end.
//
//   fork('serve-slowly.cjs', [ROOT]), which hears { port } and, of each request, { waiting: true }
const path = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
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
  strapi.server.use(async (ctx, next) => {
    if (ctx.path !== '/slow') return next();
    process.send({ waiting: true });
    await pause(Number(ctx.query.ms));
    // The database is there to the end.
    ctx.body = { posts: await strapi.db.query('api::post.post').count() };
  });
  await strapi.start();
  process.send({ port: strapi.server.httpServer.address().port });
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
