import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  return port;
};

/** How often it is asked whether a site answers, a quarter of a second between. */
const TRIES = 480;

/**
 * Starts the site as it is in production.
 * @param {import('./nodes.mjs').Node} node
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
export const serve = async (node, { cwd, env }) => {
  const port = await freePort();
  const strapi = path.join('node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
  const child = spawn(node.command, [strapi, 'start'], {
    cwd,
    env: { ...env, NODE_ENV: 'production', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  }
  const closed = once(child, 'close');
  const url = `http://127.0.0.1:${port}`;
  /**
   * @param {string} address
   * @param {object} [body] what to send; without it, it is asked for
   * @param {Record<string, string>} [headers]
   */
  const ask = async (address, body, headers = {}) => {
    const reply = await fetch(url + address, {
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    });
    const text = await reply.text();
    assert.equal(reply.status, 200, `${address} answered ${reply.status}: ${text}\n${said}`);
    return text;
  };
  const answers = () =>
    fetch(`${url}/_health`).then(
      ({ ok }) => ok,
      () => false
    );
  for (let tries = 0; !(await answers()); tries += 1) {
    if (tries === TRIES || child.exitCode !== null || child.signalCode !== null) {
      child.kill('SIGKILL');
      throw new Error(`the site did not come up:\n${said}`);
    }
    await setTimeout(250);
  }
  return {
    ask,
    /** Ends it as a service manager does. */
    async stop() {
      child.kill('SIGTERM');
      const [code, signal] = await closed;
      assert.deepEqual({ code, signal }, { code: 0, signal: null }, said);
    },
    kill: () => child.kill('SIGKILL'),
  };
};
