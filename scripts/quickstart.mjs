// From a fresh clone to a running site: installs, builds, imports the sample archive, serves.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { prepare } from './prepare/prepare.mjs';
import { root, say } from './prepare/run.mjs';

const SAMPLE = path.join('tests', 'fixtures', 'sample-archive');

/** Some of the sample's files are broken on purpose, so the import ends with 3. */
const IMPORTED = new Set([0, 3]);

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>} the command's exit code
 */
const follow = (command, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
      process.on(signal, () => child.kill(signal));
    }
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 0));
  });

/** A setting from the environment, else from `.env`. @param {string} name @param {string} fallback */
const setting = (name, fallback) => {
  const line = readFileSync(path.join(root, '.env'), { encoding: 'utf8', flag: 'a+' }).match(
    new RegExp(`^\\s*${name}\\s*=\\s*["']?([^"'\\r\\n]*)`, 'm')
  );
  return process.env[name] ?? line?.[1] ?? fallback;
};

/** Says what to open, once the server answers. */
const sayAddresses = async () => {
  const host = setting('HOST', '127.0.0.1');
  const base = `http://${host === '0.0.0.0' ? 'localhost' : host}:${setting('PORT', '1337')}`;
  const answers = () =>
    fetch(`${base}/_health`).then(
      (reply) => reply.ok,
      () => false
    );
  while (!(await answers())) {
    await setTimeout(250, undefined, { ref: false });
  }
  [
    'Serving; stop with Ctrl+C. To open:',
    `  admin panel  ${base}/admin`,
    `  posts        ${base}/api/posts?populate=*&sort=date:desc`,
    `  GraphQL      ${base}/graphql`,
  ].forEach(say);
};

const quickstart = async () => {
  await prepare('all');
  say(`importing the sample archive ${SAMPLE} …`);
  const code = await follow(process.execPath, ['dist/scripts/import-archive.js', 'import', SAMPLE]);
  if (!IMPORTED.has(code)) {
    return code;
  }
  void sayAddresses();
  return follow(process.execPath, [
    path.join('node_modules', '@strapi', 'strapi', 'bin', 'strapi.js'),
    'start',
  ]);
};

quickstart().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
);
