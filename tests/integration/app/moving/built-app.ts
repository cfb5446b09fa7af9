import { spawn } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../harness/boot';
import type { TestDatabase } from '../../harness/databases';

type Command = 'strapi' | 'strapi-delivery' | 'strapi-front-matter' | 'strapi-permalinks';

/** The application as it was built, with commands that run in it. */
export interface BuiltApp {
  readonly home: string;
  /**
   * Runs a command as a shell would, on a database.
   *
   * @param patience after how many milliseconds it is ended; never where it is left out
   * @returns what it printed
   * @throws where it ends with another code than 0, or is ended
   */
  run(
    command: Command,
    words: readonly string[],
    database: TestDatabase,
    patience?: number
  ): Promise<string>;
  remove(): Promise<void>;
}

/**
 * Lays out what was built as an application in JavaScript: in the project's own folder Strapi's commands compile all
 * of it anew, while other suites load it.
 */
export const layOutBuiltApp = async (): Promise<BuiltApp> => {
  const home = await mkdtemp(path.join(tmpdir(), 'built-app-'));
  await copyFile(path.join(root, 'package.json'), path.join(home, 'package.json'));
  await cp(path.join(root, 'public'), path.join(home, 'public'), { recursive: true });
  await mkdir(path.join(home, 'database', 'migrations'), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(home, 'node_modules'));
  for (const name of ['config', 'src']) {
    await symlink(path.join(root, 'dist', name), path.join(home, name));
  }
  return {
    home,
    run: (command, words, database, patience) =>
      new Promise((resolve, reject) => {
        const { DATABASE_URL: _, ...inherited } = process.env;
        const bin = path.join(root, 'node_modules', '.bin', command);
        const child = spawn(process.execPath, [bin, ...words], {
          cwd: home,
          env: { ...inherited, ...database.environment },
          stdio: ['ignore', 'pipe', 'pipe'],
          timeout: patience,
          killSignal: 'SIGKILL',
        });
        let said = '';
        for (const stream of [child.stdout, child.stderr]) {
          stream.setEncoding('utf8').on('data', (text: string) => (said += text));
        }
        child.on('error', reject);
        child.on('close', (code, signal) => {
          if (code === 0) resolve(said);
          else reject(new Error(`${command} ${words.join(' ')}: ${code ?? signal}\n${said}`));
        });
      }),
    remove: () => rm(home, { recursive: true, force: true }),
  };
};
