import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from '../../../harness/boot';
import type { TestDatabase } from '../../../harness/databases';

/** The application in a process of its own. */
export interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

/** Characters of what a process said last. */
const LAST_WORDS = 4_000;

/**
 * Serves the compiled application on a database that is there already.
 * @param settings - what its environment says beside the database
 */
export const serve = async (
  { environment }: TestDatabase,
  settings: Readonly<Record<string, string>> = {}
): Promise<Server> => {
  const { DATABASE_URL: _, DATABASE_FILENAME: __, ...inherited } = process.env;
  const child = fork(path.join(__dirname, '..', 'serve.cjs'), [root], {
    cwd: root,
    env: { ...inherited, NODE_ENV: 'production', ...environment, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-LAST_WORDS);
    });
  }
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { readonly port: number }) => resolve(message.port));
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.\n${said}`)));
  });
  return {
    port,
    async stop() {
      if (child.exitCode !== null) throw new Error(`The server ended by itself.\n${said}`);
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
};
