// Makes the project ready to run: packages, secrets and builds, each only when it is missing or old.
// Plain JavaScript with no packages, since on a fresh clone nothing else is there yet.
//
//   node scripts/prepare.mjs server   what commands and tests need
//   node scripts/prepare.mjs packages   and the admin sides of the plugins
//   node scripts/prepare.mjs all      and the admin panel
import { pathToFileURL } from 'node:url';
import { buildAdmins, buildApp, buildKit, buildPanel, buildServers } from './prepare/build.mjs';
import { fitDriver } from './prepare/driver.mjs';
import { install } from './prepare/install.mjs';
import { say } from './prepare/run.mjs';
import { makeSecrets } from './prepare/secrets.mjs';

/** @param {'server' | 'packages' | 'all'} extent */
export const prepare = async (extent) => {
  await install();
  makeSecrets();
  // A driver is compiled in minutes, and only the panel's build needs one.
  await Promise.all([fitDriver(), buildKit().then(buildServers).then(buildApp)]);
  if (extent !== 'server') {
    await buildAdmins();
  }
  if (extent === 'all') {
    await buildPanel();
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , given] = process.argv;
  const extent = given === 'server' || given === 'packages' ? given : 'all';
  prepare(extent).catch((error) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
