import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './boot';
import type { TestDatabase } from './databases';

/** How a command ended, and what it said. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The report that an import writes. */
export interface ImportReport {
  readonly run: string | null;
  readonly archive: string;
  readonly found: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly quarantined: number;
  readonly skipped: number;
  readonly repaired: number;
  readonly issues: readonly {
    readonly path: string;
    readonly code: string;
    readonly line: number | null;
    readonly message: string;
  }[];
}

/** Milliseconds after which a script that does not end is ended. */
const LONGEST = 600_000;

/** What of a script's output nobody reads. */
type Unread = 'nothing' | 'stdout' | 'both';

/**
 * Runs one of the scripts with the given words in a process of its own, as a person would.
 * @param database - what it writes to; commands that need none go without
 */
export const runScript = (
  script: 'delivery' | 'import-archive' | 'permalinks' | 'source-links' | 'fuzz',
  words: readonly string[],
  database?: TestDatabase,
  unread: Unread = 'nothing'
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const { DATABASE_URL: _, ...inherited } = process.env;
    const child = spawn(process.execPath, [`dist/scripts/${script}.js`, ...words], {
      cwd: root,
      env: { ...inherited, ...database?.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LONGEST,
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      if (unread === 'both' || unread === name) {
        // As `head` does when it has enough.
        child[name].destroy();
        continue;
      }
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
  });

/** Runs `archive` with the given words. */
export const runArchive = (words: readonly string[], database?: TestDatabase): Promise<Outcome> =>
  runScript('import-archive', words, database);

/** Imports an archive and reads the report that was written of it. */
export const importArchive = async (
  words: readonly string[],
  database: TestDatabase
): Promise<Outcome & { readonly report: ImportReport }> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const outcome = await runArchive(['import', ...words, '--report', file], database);
    const text = await readFile(file, 'utf8').catch(() => {
      throw new Error(`no report was written:\n${outcome.stdout}\n${outcome.stderr}`);
    });
    return { ...outcome, report: JSON.parse(text) as ImportReport };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
