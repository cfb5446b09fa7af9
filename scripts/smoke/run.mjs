import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** @typedef {{ code: number | null, signal: string | null, out: string, err: string }} Ended */

/**
 * What a process finds in its environment: a Node with its npm before all others, no database but
 * SQLite, and no Python, without which nothing can be compiled.
 * @param {import('./nodes.mjs').Node} node
 * @param {Record<string, string>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export const environmentOf = (node, more = {}) => {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|DATABASE_|NODE_ENV$|NODE_OPTIONS$)/i.test(name)
  );
  return {
    ...Object.fromEntries(inherited),
    PATH: `${node.bin}${path.delimiter}${process.env['PATH']}`,
    STRAPI_TELEMETRY_DISABLED: 'true',
    HOST: '127.0.0.1',
    ...more,
  };
};

/**
 * Runs a command to its end, and ends it where it takes ten minutes.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<Ended>}
 */
export const run = async (command, words, options) => {
  const child = spawn(command, words, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 600_000,
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
  const [code, signal] = await once(child, 'close');
  return { code, signal, out, err };
};

/**
 * Runs a command that has to end in one of certain ways.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @param {readonly number[]} [codes]
 * @returns {Promise<Ended>}
 */
export const succeed = async (command, words, options, codes = [0]) => {
  const ended = await run(command, words, options);
  if (ended.code === null || !codes.includes(ended.code)) {
    const how = ended.signal ?? ended.code;
    throw new Error(
      `"${[path.basename(command), ...words].join(' ')}" ended with ${how}:\n${ended.out}\n${ended.err}`
    );
  }
  return ended;
};
