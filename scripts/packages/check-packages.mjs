// Packs each package and looks at it as who installs it does: whether all that its manifest names is there,
// and whether its types are found, by TypeScript's older way of resolving and the newer ones.
//
//   npm run lint:packages
//   node scripts/packages/check-packages.mjs --into FOLDER   keeps what was packed there, and says what is in it
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { problemAffectsEntrypoint, problemKindInfo } from '@arethetypeswrong/core/problems';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { isAccepted } from './accepted.mjs';
import { packAll } from './pack.mjs';
import { prepare } from '../prepare/prepare.mjs';
import { say } from '../prepare/run.mjs';

/** @param {import('./pack.mjs').Packed} packed @param {Uint8Array} tarball */
const findInManifest = async ({ folder }, tarball) => {
  const file = path.join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const buffer = /** @type {ArrayBuffer} */ (new Uint8Array(tarball).buffer);
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true });
  return messages.map((message) => String(formatMessage(message, manifest, { color: false })));
};

/** @param {import('./pack.mjs').Packed} packed @param {Uint8Array} tarball */
const findInTypes = async ({ name }, tarball) => {
  const result = await checkPackage(createPackageFromTarballData(tarball));
  if (!result.types) return ['has no types'];
  return result.problems.flatMap((problem) => {
    const entries = Object.keys(result.entrypoints).filter((entry) =>
      problemAffectsEntrypoint(problem, entry, result)
    );
    return isAccepted(name, problem.kind, entries)
      ? []
      : [
          `${entries.join(', ')}: ${problemKindInfo[problem.kind].title} ${JSON.stringify(problem)}`,
        ];
  });
};

/** @param {import('./pack.mjs').Packed} packed */
const sayContents = ({ name, tarball, size, unpackedSize, files }) => {
  say(`${name}: ${path.basename(tarball)}, ${size} bytes, ${unpackedSize} unpacked`);
  for (const file of files) say(`  ${String(file.size).padStart(9)}  ${file.path}`);
};

const { into } = parseArgs({ options: { into: { type: 'string' } } }).values;
const folder = into ?? mkdtempSync(path.join(tmpdir(), 'broadsheet-packages-'));
try {
  await prepare('packages');
  for (const packed of packAll(path.resolve(folder))) {
    if (into !== undefined) sayContents(packed);
    const tarball = readFileSync(packed.tarball);
    const found = [
      ...(await findInManifest(packed, tarball)),
      ...(await findInTypes(packed, tarball)),
    ];
    for (const problem of found) say(`${packed.name}: ${problem}`);
    if (found.length > 0) process.exitCode = 1;
  }
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
} finally {
  if (into === undefined) rmSync(folder, { recursive: true, force: true });
}
