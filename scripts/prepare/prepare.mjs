import { buildAdmins, buildApp, buildKit, buildPanel, buildServers } from './build.mjs';
import { fitDriver } from './driver.mjs';
import { install } from './install.mjs';
import { makeSecrets } from './secrets.mjs';

/**
 * Makes the project ready to run: packages, secrets and builds, each only when it is missing or old.
 *
 * @param {'server' | 'packages' | 'all'} extent
 */
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
