import { parseArgs } from 'node:util';
import { benchImport } from './bench/bench-import';

const USAGE = 'Usage: npm run bench -- import [--posts N]\n';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { posts: { type: 'string', default: '20000' } },
});
const posts = Number(values.posts);

if (positionals[0] !== 'import' || !Number.isInteger(posts) || posts < 1000) {
  process.stderr.write(`${USAGE}N has to be 1000 at least: fewer say nothing.\n`);
  process.exitCode = 2;
} else {
  benchImport(posts).then(
    (figures) => process.stdout.write(`${JSON.stringify(figures)}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  );
}
