import { parseArgs } from 'node:util';
import { benchAddresses } from './bench/addresses/bench-addresses';
import { benchImport } from './bench/bench-import';
import { benchGrowth } from './bench/growth/bench-growth';
import { benchLive } from './bench/live/bench-live';
import { isDatabase, presentDatabases } from './site/databases';

const USAGE = `Usage: npm run bench -- import [--posts N]
       npm run bench -- growth [--sizes N,N]
       npm run bench -- live [--posts N] [--database sqlite|postgres|mysql]
       npm run bench -- addresses [--addresses N] [--posts N]
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    posts: { type: 'string' },
    sizes: { type: 'string', default: '20000,200000' },
    addresses: { type: 'string', default: '1000000' },
    database: { type: 'string' },
  },
});
const addresses = Number(values.addresses);
const sizes = values.sizes.split(',').map(Number);
const databases =
  values.database === undefined ? presentDatabases() : [values.database].filter(isDatabase);

const BENCHES: Readonly<
  Record<string, { readonly posts: number; run(posts: number): Promise<object> }>
> = {
  import: { posts: 20_000, run: benchImport },
  growth: { posts: 20_000, run: () => benchGrowth(sizes) },
  live: { posts: 20_000, run: (posts) => benchLive(posts, databases) },
  addresses: { posts: 100_000, run: (posts) => benchAddresses({ posts, addresses }) },
};

const bench = positionals.length === 1 ? BENCHES[positionals[0] ?? ''] : undefined;
const posts = Number(values.posts ?? bench?.posts);
const isEnough = (count: number): boolean => Number.isInteger(count) && count >= 1000;

const areRight = [posts, addresses, ...sizes].every(isEnough) && databases.length > 0;

if (bench === undefined || !areRight) {
  process.stderr.write(`${USAGE}N has to be 1000 at least: fewer say nothing.\n`);
  process.exitCode = 2;
} else {
  bench.run(posts).then(
    (figures) => process.stdout.write(`${JSON.stringify(figures)}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  );
}
