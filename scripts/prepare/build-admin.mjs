import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './run.mjs';

/** @param {string} file @param {object} value */
const writeJson = (file, value) => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
};

/**
 * Builds the admin side of a plugin by Strapi's builder of plugins. That one takes each entry of a manifest
 * that has conditions for one to be built: so it is shown a manifest, in a folder of its own, that has the
 * admin side alone.
 * @param {string} name
 */
export const buildAdmin = async (name) => {
  const home = path.join(root, 'src', 'plugins', name);
  const manifest = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const entry = Object.entries(manifest.exports['./strapi-admin']).map(([condition, file]) => [
    condition,
    path.join(home, file),
  ]);
  const folder = path.join(root, 'node_modules', '.cache', 'broadsheet', 'admin', name);
  writeJson(path.join(folder, 'package.json'), {
    ...manifest,
    exports: { './strapi-admin': Object.fromEntries(entry) },
  });
  const options = ['tsconfig.build.json', 'tsconfig.json'].map((file) =>
    path.join(home, 'admin', file)
  );
  writeJson(path.join(folder, 'admin', 'tsconfig.build.json'), {
    extends: options.find((file) => existsSync(file)),
  });
  await run(path.join(root, 'node_modules', '.bin', 'strapi-plugin'), ['build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
  });
};
