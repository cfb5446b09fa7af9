import cluster from 'node:cluster';
import { createRequire } from 'node:module';

/** Since its 13, better-sqlite3 asks for this version of Node-API; Node 20 has an older one. */
const NODE_API = 10;

/**
 * Ends the process with a sentence where the SQLite driver would end it without: a checkout that
 * changes its Node has the other one's driver until it is prepared anew. For the configuration of
 * the database, which is read by whatever opens one, before the driver is.
 */
export const checkDriver = (): void => {
  const { version } = createRequire(__filename)('better-sqlite3/package.json') as {
    readonly version: string;
  };
  const isNew = Number.parseInt(version) >= 13;
  if (isNew === Number(process.versions['napi']) >= NODE_API) return;
  process.stderr.write(
    `better-sqlite3 ${version} is not for Node ${process.versions.node}: run "node scripts/prepare.mjs server", which puts the one that is in its place.\n`
  );
  // "strapi develop" waits for its worker to say so.
  cluster.worker?.send('stop');
  process.exit(1);
};
