import { parseArgs } from 'node:util';
import { benchAddresses } from './bench/addresses/bench-addresses';
import { benchImport } from './bench/bench-import';
import { benchGrowth } from './bench/growth/bench-growth';
import { benchByPage } from './bench/live/bench-by-page';
import { benchLive } from './bench/live/bench-live';
import { benchRead } from './bench/read/bench-read';
import { isReadDatabase } from './bench/read/site/with-copies';
import { benchSaves } from './bench/addresses/bench-saves';
import { benchPanel } from './bench/panel/bench-panel';
import { benchSchedule } from './bench/schedule/bench-schedule';
import { runCommand } from './site/run-command';
import { isDatabase, presentDatabases } from './site/databases';

const USAGE = `Usage: npm run bench -- import [--posts N] [--database sqlite|postgres|mysql]
       npm run bench -- growth [--sizes N,N]
       npm run bench -- live [--by page] [--posts N] [--database sqlite|postgres|mysql]
       npm run bench -- addresses [--addresses N] [--posts N]
       npm run bench -- saves [--posts N]
       npm run bench -- panel [--posts N]
       npm run bench -- schedule [--posts N] [--minutes N] [--database sqlite|postgres|mysql]
       npm run bench -- read [--posts N] [--database sqlite|postgres] [--growth]
N has to be 1000 at least: fewer say nothing.
`;

const isEnough = (count: number): boolean => Number.isInteger(count) && count >= 1000;

void runCommand(USAGE, async (words) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      posts: { type: 'string' },
      sizes: { type: 'string', default: '20000,200000' },
      addresses: { type: 'string', default: '1000000' },
      database: { type: 'string' },
      minutes: { type: 'string', default: '10' },
      growth: { type: 'boolean', default: false },
      by: { type: 'string', default: 'command' },
    },
  });
  const addresses = Number(values.addresses);
  const minutes = Number(values.minutes);
  const sizes = values.sizes.split(',').map(Number);
  const databases =
    values.database === undefined ? presentDatabases() : [values.database].filter(isDatabase);
  const [database = ''] = values.database === undefined ? ['sqlite'] : databases;

  const benches: Readonly<
    Record<string, { readonly posts: number; run(posts: number): Promise<object> }>
  > = {
    ...(isDatabase(database) && {
      import: { posts: 20_000, run: (posts: number) => benchImport(posts, database) },
    }),
    growth: { posts: 20_000, run: () => benchGrowth(sizes) },
    live: {
      posts: 20_000,
      run: (posts) => (values.by === 'page' ? benchByPage : benchLive)(posts, databases),
    },
    addresses: { posts: 100_000, run: (posts) => benchAddresses({ posts, addresses }) },
    saves: { posts: 20_000, run: benchSaves },
    panel: {
      posts: 100_000,
      run: (posts) => benchPanel(posts, process.env['CHROMIUM'] ?? '/usr/bin/chromium'),
    },
    schedule: { posts: 10_000, run: (posts) => benchSchedule(posts, minutes, databases) },
    ...(isReadDatabase(database) && {
      read: {
        posts: 100_000,
        run: (posts: number) => benchRead({ posts, database, growth: values.growth }),
      },
    }),
  };

  const bench = positionals.length === 1 ? benches[positionals[0] ?? ''] : undefined;
  const posts = Number(values.posts ?? bench?.posts);
  const areRight =
    ['command', 'page'].includes(values.by) &&
    [posts, addresses, ...sizes].every(isEnough) &&
    minutes > 0 &&
    databases.length > 0;
  if (bench === undefined || !areRight) return null;
  process.stdout.write(`${JSON.stringify(await bench.run(posts))}\n`);
  return 0;
});
