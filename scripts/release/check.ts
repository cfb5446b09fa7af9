import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../site/boot';
import { faultsOfChangelog } from './changelog';
import { dumpOf } from './dump';
import { readChanged, readManifests, readTags, readText } from './project';
import { faultsOfVersions, latestTagged, type Manifest } from './versions';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Packs and checks the packages, and says what is in each. */
const packInto = (folder: string): readonly string[] => {
  rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync(process.execPath, ['scripts/packages/check-packages.mjs', '--into', folder], {
      cwd: root,
      stdio: 'inherit',
    });
    return [];
  } catch {
    return ['The packages are not as they should be: see above.'];
  }
};

/** What is to be done by hand, or by CI, once all is well. */
const sayNext = (packages: readonly Manifest[], version: string, folder: string): void => {
  say(`\nAll is well. To publish ${version}, in CI with the permission "id-token: write":\n`);
  for (const { name } of packages) {
    const tarball = path.join(path.relative(root, folder), `${name}-${version}.tgz`);
    say(`  npm publish --provenance --access public ./${tarball}`);
  }
  say(`  git tag v${version} && git push origin v${version}`);
  const unnamed = packages.filter(({ repository }) => repository === undefined);
  if (unnamed.length > 0) {
    say(
      `\nThe registry refuses provenance of packages that do not say where their sources are: name the "repository" of ${unnamed.map(({ name }) => name).join(', ')} first.`
    );
  }
};

/**
 * Does all of a release but publish it: looks at what is committed, versions, the changelog and the dump, packs the
 * packages into a folder, and looks at each as who installs it does.
 *
 * @returns whether it may be published
 */
export const checkRelease = (folder: string): boolean => {
  const manifests = readManifests();
  const [{ version }, ...packages] = manifests;
  const changed = readChanged();
  const faults = [
    ...(changed.length === 0 ? [] : [`Not committed: ${changed.join(', ')}.`]),
    ...faultsOfVersions(manifests, latestTagged(readTags())),
    ...faultsOfChangelog(readText('CHANGELOG.md'), version),
    ...(existsSync(dumpOf(version))
      ? []
      : [`There is no dump of ${version}: make it by "npm run release -- --dump".`]),
    ...packInto(folder),
  ];
  for (const fault of faults) say(`- ${fault}`);
  if (faults.length === 0) sayNext(packages, version, folder);
  return faults.length === 0;
};
