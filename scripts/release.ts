import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkRelease } from './release/check';
import { makeDump } from './release/dump';
import { readManifests } from './release/project';
import { runCommand } from './site/run-command';
import { root } from './site/boot';

const USAGE = `Does all of a release but publish it.

  npm run release -- --check [--into FOLDER]   looks at everything, and packs (into .cache/release)
  npm run release -- --dump                    keeps a small database of this release for later ones
`;

void runCommand(USAGE, async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      check: { type: 'boolean' },
      dump: { type: 'boolean' },
      into: { type: 'string', default: path.join(root, '.cache', 'release') },
    },
  });
  if (values.check === values.dump) return null;
  if (values.check) return checkRelease(path.resolve(values.into)) ? 0 : 1;
  const [{ version }] = readManifests();
  const { file, size } = await makeDump(version);
  process.stdout.write(`${path.relative(root, file)}, ${size} bytes: commit it.\n`);
  return 0;
});
