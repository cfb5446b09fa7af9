import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { root, withApp } from '../site/boot';
import { environment } from '../site/environment';

const POST = 'api::post.post';
const FOLDER = path.join(root, 'tests/fixtures/releases');

/** The file that a release's dump is kept in. */
export const dumpOf = (version: string): string => path.join(FOLDER, `${version}.db.gz`);

/** Imports, changes and undoes, as the commands do. */
const runArchive = (env: NodeJS.ProcessEnv, words: readonly string[]): void => {
  execFileSync(process.execPath, ['dist/scripts/import-archive.js', ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};

const named = (slug: string): object => ({ title: 'Written by an editor', slug });

/** What an editor does: a post of their own, which has had another address. */
const edit = (): Promise<void> =>
  withApp(root, async (strapi) => {
    const documents = strapi.documents(POST);
    const { documentId } = await documents.create({ data: named('old-name'), status: 'published' });
    await documents.update({ documentId, data: named('new-name') });
    await documents.publish({ documentId });
  });

/** Copies a database without its log and without room that nothing takes. */
const compact = (from: string, to: string): void => {
  const database = new Sqlite(from);
  database.prepare('vacuum into ?').run(to);
  database.close();
};

/**
 * Keeps a small database as this release makes it: three runs, one of them undone, and an editor's post. The releases
 * after it start on it in their tests.
 *
 * @returns the file, and its size in bytes
 */
export const makeDump = async (
  version: string
): Promise<{ readonly file: string; readonly size: number }> => {
  const home = mkdtempSync(path.join(tmpdir(), 'broadsheet-dump-'));
  try {
    const database = path.join(home, 'data.db');
    const env = environment(database);
    const archive = path.join(home, 'archive');
    cpSync(path.join(FOLDER, 'archive'), archive, { recursive: true });
    runArchive(env, ['import', archive]);
    const first = path.join(archive, '_posts/2022-03-03-first.md');
    writeFileSync(first, readFileSync(first, 'utf8').replace('开工第一天', '开工第二天'));
    runArchive(env, ['import', archive]);
    runArchive(env, ['rollback', '2']);
    Object.assign(process.env, env);
    await edit();
    compact(database, path.join(home, 'compact.db'));
    const bytes = gzipSync(readFileSync(path.join(home, 'compact.db')), {
      level: constants.Z_BEST_COMPRESSION,
    });
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(dumpOf(version), bytes);
    return { file: dumpOf(version), size: bytes.length };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};
