import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's root, absolute. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs a command in the project's root. Its output goes to standard error, so that a command whose
 * own output is read by a program stays clean.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<void>} rejects when the command fails or is not there
 */
export const run = (command, args, { env = process.env, cwd = root } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 2, 2] });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`"${[command, ...args].join(' ')}" ended with ${signal ?? code}`))
    );
  });

/** @param {string} message */
export const say = (message) => {
  process.stderr.write(`[broadsheet] ${message}\n`);
};
