import { parseArgs } from 'node:util';
import { isDatabase, presentDatabases, withDatabase } from '../../site/databases';
import { startServers } from '../races/servers';
import { runBetweenReaders } from './run-between-readers';

export const INSTANCES_USAGE =
  'npm run fuzz -- instances [--database sqlite|postgres|mysql] [--posts N] [--requests N]\n';

/**
 * Has two instances of a site import an archive and undo it, both asked at once, while visitors ask both of them and
 * editors write posts of the same titles. With `REDIS_URL` the instances share answers.
 *
 * @returns the exit code: 1 where something was wrong, 2 for words that are not understood
 */
export const instances = async (words: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      database: { type: 'string' },
      posts: { type: 'string', default: '2000' },
      requests: { type: 'string', default: '10000' },
    },
  });
  const named = values.database === undefined ? presentDatabases() : [values.database];
  const databases = named.filter(isDatabase);
  const [posts, requests] = [Number(values.posts), Number(values.requests)];
  if (
    databases.length !== named.length ||
    !Number.isInteger(posts) ||
    !Number.isInteger(requests)
  ) {
    process.stderr.write(`Usage: ${INSTANCES_USAGE}`);
    return 2;
  }
  let wrong = 0;
  for (const database of databases) {
    wrong += await withDatabase(database, async (own) => {
      const servers = await startServers(own);
      try {
        const { asked, faults } = await runBetweenReaders(servers, posts, requests);
        for (const fault of faults) process.stdout.write(`WRONG ${fault}\n`);
        process.stdout.write(
          `${database}: an import and a rollback of ${posts} posts, ${asked} requests, ` +
            `${faults.length === 0 ? 'none' : faults.length} wrong\n`
        );
        return faults.length;
      } finally {
        await servers.stop();
      }
    });
  }
  return wrong === 0 ? 0 : 1;
};
