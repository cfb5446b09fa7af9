import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import {
  type ArchiveEntry,
  ConfigError,
  DIALECTS,
  type ReadEntry,
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
/** In milliseconds of the processor's time: a busy machine is nobody's fault. */
const SLOW = 1000;

const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const timed = (work: () => Verdict): { readonly verdict: Verdict; readonly took: number } => {
  const started = processorTime();
  const verdict = work();
  return { verdict, took: processorTime() - started };
};

/** One case in so many is a configuration, under which a post is read. */
const CONFIGS = 8;

/** @throws ConfigError where the generator would not start with such a configuration */
const readerOf = (config: string): ReadEntry => {
  const jekyll = DIALECTS.find(({ name }) => name === 'jekyll');
  if (jekyll === undefined) throw new Error('Archives of Jekyll cannot be read.');
  const { readEntry } = jekyll.configure([{ name: '_config.yml', text: config }], {
    extraFolders: [],
    timezone: 'UTC',
    machineZone: 'UTC',
    zonelessDates: 'as-generator',
    nestedCategories: false,
    translationKey: null,
    now: 1_700_000_000,
  });
  return readEntry;
};

/**
 * Reads mutated files, and tells of every one on which the reader throws, loses text, dawdles, or
 * says something else than one that has read nothing before.
 */
export function workThrough({ seed, from, runs, progress }: FuzzPlan): void {
  const posts = loadCorpus(/_posts|_drafts|old_post/);
  const configs = loadCorpus(/./, /^_config.*\.yml$/);
  const read = readerOf('');
  const verdicts: Record<string, number> = {};
  let slowest = 0;
  for (let run = from; run < runs; run += 1) {
    Atomics.store(progress, 0, run);
    const isConfig = run % CONFIGS === 0;
    const bytes = mutate(isConfig ? configs : posts, randomOf(seed, run));
    const path = `_posts/${NAMES[run % NAMES.length]}`;
    const readCase = (): Verdict =>
      isConfig
        ? configVerdict(bytes, { path, bytes: pick(posts, run), modifiedAt: 0 })
        : verdictOf(read, readerOf(''), { path, bytes, modifiedAt: 0 });
    const first = timed(readCase);
    const { verdict } = first;
    // The time is that of the whole process: memory may have been cleared just then.
    const took = first.took > SLOW ? Math.min(first.took, timed(readCase).took) : first.took;
    slowest = Math.max(slowest, took);
    const reason = took > SLOW ? `took ${Math.round(took)} ms` : verdict.reason;
    if (reason === null) verdicts[verdict.status] = (verdicts[verdict.status] ?? 0) + 1;
    else tell({ kind: 'failure', run, reason, text: bytes.toString('utf8') });
  }
  tell({ kind: 'done', verdicts, slowest });
}

interface Verdict {
  readonly status: string;
  readonly reason: string | null;
}

const pick = (corpus: readonly Buffer[], run: number): Buffer =>
  corpus[run % corpus.length] ?? Buffer.alloc(0);

/** Reads a post under a mutated configuration, if it is one. */
function configVerdict(bytes: Buffer, entry: ArchiveEntry): Verdict {
  try {
    const config = bytes.toString('utf8');
    return verdictOf(readerOf(config), readerOf(config), entry);
  } catch (error) {
    const reason = error instanceof ConfigError ? null : textOf(error);
    return { status: 'refused configuration', reason };
  }
}

function tell(message: FuzzMessage): void {
  parentPort?.postMessage(message);
}

function verdictOf(read: ReadEntry, readAlone: ReadEntry, entry: ArchiveEntry): Verdict {
  try {
    const reading = read(entry);
    const { status } = reading;
    if ('post' in reading && reading.file.encoding === 'utf-8') {
      const whole = Buffer.from(
        (reading.file.bom ? '\ufeff' : '') + reading.file.header + reading.post.content
      );
      if (!whole.equals(asRead(reading, entry.bytes)))
        return { status, reason: 'lost or changed text' };
    }
    const failed = reading.issues.find(({ code }) => code === 'READER_FAILED');
    if (failed) return { status, reason: failed.message };
    const isAlike = JSON.stringify(reading) === JSON.stringify(readAlone(entry));
    return { status, reason: isAlike ? null : 'read otherwise than alone' };
  } catch (error) {
    return { status: 'thrown', reason: textOf(error) };
  }
}

/** A file's bytes as they were read: bare carriage returns as line feeds, where that is told. */
const asRead = ({ issues }: ReturnType<ReadEntry>, bytes: Uint8Array): Buffer => {
  const written = Buffer.from(bytes);
  return issues.some(({ code }) => code === 'REPAIRED_LINE_ENDS')
    ? Buffer.from(written.toString('utf8').replaceAll('\r', '\n'))
    : written;
};

const textOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Files of the tests' archives, by their folders and names. */
function loadCorpus(folder: RegExp, name = /./): Buffer[] {
  return readdirSync(CORPUS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && folder.test(entry.parentPath) && name.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)))
    .filter((bytes) => bytes.length > 0);
}
