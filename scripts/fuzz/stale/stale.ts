import { parseArgs } from 'node:util';
import {
  type DatabaseName,
  isDatabase,
  presentDatabases,
  withDatabase,
} from '../../site/databases';
import { startServers } from '../races/servers';
import { readAfterWrites } from './read-after-writes';
import { readAfterImports } from './read-after-imports';

export const STALE_USAGE =
  'npm run fuzz -- stale [--database sqlite|postgres|mysql] [--writes N] [--imports N]\n';

const read = (words: readonly string[]) => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      database: { type: 'string' },
      writes: { type: 'string', default: '1000' },
      imports: { type: 'string', default: '20' },
    },
  });
  const named = values.database === undefined ? presentDatabases() : [values.database];
  const databases: readonly DatabaseName[] = named.filter(isDatabase);
  const [writes, imports] = [Number(values.writes), Number(values.imports)];
  const isRight =
    databases.length === named.length && Number.isInteger(writes) && Number.isInteger(imports);
  return isRight ? { databases, writes, imports } : null;
};

/**
 * Looks for answers that are older than what was written before they were asked for: by one of two server
 * processes, and read from both; and by imports of another process. With `REDIS_URL` the servers share answers.
 *
 * @returns the exit code: 1 where one was found, 2 for words that are not understood
 */
export const stale = async (words: readonly string[]): Promise<number> => {
  const asked = read(words);
  if (asked === null) {
    process.stderr.write(`Usage: ${STALE_USAGE}`);
    return 2;
  }
  let found = 0;
  for (const database of asked.databases) {
    found += await withDatabase(database, async (own) => {
      const servers = await startServers(own);
      try {
        const afterWrites = await readAfterWrites(servers, asked.writes);
        const afterImports = await readAfterImports(servers, asked.imports);
        process.stdout.write(
          `${database}: ${asked.writes} writes, ${afterWrites.reads} reads, ${afterWrites.old} of them old; ` +
            `${asked.imports} imports, ${afterImports.reads} reads, ${afterImports.old} of them old\n`
        );
        return afterWrites.old + afterImports.old;
      } finally {
        await servers.stop();
      }
    });
  }
  return found === 0 ? 0 : 1;
};
