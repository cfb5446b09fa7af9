// Makes the project ready to run: packages, secrets and builds, each only when it is missing or old.
// Plain JavaScript with no packages, since on a fresh clone nothing else is there yet.
//
//   node scripts/prepare.mjs server   what commands and tests need
//   node scripts/prepare.mjs packages   and the admin sides of the plugins
//   node scripts/prepare.mjs all      and the admin panel
import { prepare } from './prepare/prepare.mjs';
import { say } from './prepare/run.mjs';

const [, , given] = process.argv;
const extent = given === 'server' || given === 'packages' ? given : 'all';
prepare(extent).catch((error) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
