import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import {
  type ArchiveEntry,
  jekyllReader,
  parseConfig,
  type ReadEntry,
  UTC,
} from 'strapi-plugin-front-matter/reader';
import { mutate, randomOf } from './mutate';

/** Which cases to read; `progress[0]` is the number of the one being read. */
export interface FuzzPlan {
  readonly seed: number;
  readonly from: number;
  readonly runs: number;
  readonly progress: Int32Array;
}

/** What is wrong with a case, or how many had which verdict. */
export type FuzzMessage =
  | {
      readonly kind: 'failure';
      readonly run: number;
      readonly reason: string;
      readonly text: string;
    }
  | {
      readonly kind: 'done';
      readonly verdicts: Readonly<Record<string, number>>;
      readonly slowest: number;
    };

const CORPUS = path.resolve('tests/fixtures');
const NAMES = [
  '2022-02-17-x.md',
  '-202202170000000001.md',
  '2022-2-30-中 文.md',
  '22-02-17-a.b.html',
];
const SLOW = 1000;

/** Reads mutated files, and tells of every one on which the reader throws, loses text or dawdles. */
export function workThrough({ seed, from, runs, progress }: FuzzPlan): void {
  const corpus = loadCorpus();
  const read = jekyllReader({
    config: parseConfig(''),
    zone: UTC,
    extraFolders: [],
    zonelessDates: 'as-generator',
    nestedCategories: false,
    now: 1_700_000_000,
  });
  const verdicts: Record<string, number> = {};
  let slowest = 0;
  for (let run = from; run < runs; run += 1) {
    Atomics.store(progress, 0, run);
    const bytes = mutate(corpus, randomOf(seed, run));
    const started = performance.now();
    const verdict = verdictOf(read, {
      path: `_posts/${NAMES[run % NAMES.length]}`,
      bytes,
      modifiedAt: 0,
    });
    const took = performance.now() - started;
    slowest = Math.max(slowest, took);
    const reason = took > SLOW ? `took ${Math.round(took)} ms` : verdict.reason;
    if (reason === null) verdicts[verdict.status] = (verdicts[verdict.status] ?? 0) + 1;
    else tell({ kind: 'failure', run, reason, text: bytes.toString('utf8') });
  }
  tell({ kind: 'done', verdicts, slowest });
}

function tell(message: FuzzMessage): void {
  parentPort?.postMessage(message);
}

function verdictOf(
  read: ReadEntry,
  entry: ArchiveEntry
): { status: string; reason: string | null } {
  try {
    const reading = read(entry);
    if ('post' in reading && reading.file.encoding === 'utf-8') {
      const whole = Buffer.from(
        (reading.file.bom ? '\ufeff' : '') + reading.file.header + reading.post.content
      );
      if (!whole.equals(entry.bytes))
        return { status: reading.status, reason: 'lost or changed text' };
    }
    const failed = reading.issues.find(({ code }) => code === 'READER_FAILED');
    if (failed) return { status: reading.status, reason: failed.message };
    JSON.stringify(reading);
    return { status: reading.status, reason: null };
  } catch (error) {
    return {
      status: 'thrown',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function loadCorpus(): Buffer[] {
  return readdirSync(CORPUS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /_posts|_drafts|old_post/.test(entry.parentPath))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)))
    .filter((bytes) => bytes.length > 0);
}
