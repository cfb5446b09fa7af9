import path from 'node:path';
import { makeArchive } from './make-archive/index';

const USAGE = 'Usage: node dist/scripts/make-archive.js FOLDER POSTS\n';

const [folder, count] = process.argv.slice(2);
const posts = Number(count);
if (folder === undefined || !Number.isInteger(posts) || posts < 1) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  void makeArchive(path.resolve(folder), posts).then(() => {
    process.stdout.write(`${posts} posts in ${path.resolve(folder)}\n`);
  });
}
