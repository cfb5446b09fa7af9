import { setImmediate as nextTurn } from 'node:timers/promises';

import { issueOf } from '../../core/issue-codes';
import { digestValue } from '../../core/plan/digest';
import { tieFinder, type Tie, type TiedFile } from '../../core/plan/find-ties';
import { sketchOf, type Sketch } from '../../core/plan/likeness';
import {
  judge,
  NO_RENAMES,
  settleRenames,
  type Renames,
  type Resemblance,
} from '../../core/plan/settle-renames';
import type { RecordedPath } from '../../ledger/records';
import { loadDocuments } from '../../write/load-documents';
import type { ExaminedFile } from '../reading/examine';
import { startReader } from '../reading/file-reader';
import { findUnmatched } from './find-gone';
import { inSlices } from './in-slices';
import type { ImportJob } from './prepare';

type ReadyFile = Extract<ExaminedFile, { readonly status: 'ready' }>;

/** A file that is gone, with what is compared of it. */
interface GoneFile extends TiedFile {
  readonly checksum: string;
  readonly documentId: string;
}

/** Records that are asked for at once. */
const RECORDS = 100;

/** Documents that are loaded at once: each may have some megabytes. */
const DOCUMENTS = 20;

/** How many resemblances are remembered. Where there are more, files of one text come and go by the hundred. */
const MOST = 10_000;

const UNCHECKED = issueOf('RENAMES_UNCHECKED', {
  message:
    'So many files of this archive are gone, or so many new ones are like them, that they were not compared: ' +
    'a file that was renamed and edited since the last import is a new post here, and the old one is kept.',
});

/** A digest that tells anything. */
const telling = (digest: string | undefined): string | null =>
  digest === undefined || digest === digestValue(null) ? null : digest;

/** The attributes that a target keeps title and body in. */
const attributesOf = ({ planner }: ImportJob) => ({
  title: planner.target.fields.get('title')?.name ?? '',
  body: planner.target.fields.get('body')?.name ?? '',
});

const loadGone = async (
  job: ImportJob,
  records: readonly RecordedPath[]
): Promise<readonly GoneFile[]> => {
  const attributes = attributesOf(job);
  const gone: GoneFile[] = [];
  for (const slice of inSlices(records, RECORDS)) {
    const contents = await job.planner.records.contents(slice.map(({ key }) => key));
    const byKey = new Map(contents.map((content) => [content.key, content]));
    for (const { key, path, targetDocumentId } of slice) {
      const content = byKey.get(key);
      if (content === undefined || targetDocumentId === null) continue;
      const { checksum, imported } = content;
      const title = telling(imported?.[attributes.title]?.from);
      const body = telling(imported?.[attributes.body]?.from);
      gone.push({ key, path, title, body, checksum, documentId: targetDocumentId });
    }
  }
  return gone;
};

/** Takes sketches of documents, each once; null for one that is gone. */
const sketchBook = ({ planner }: ImportJob, body: string) => {
  const sketches = new Map<string, Sketch | null>();
  return {
    of: (documentId: string): Sketch | null => sketches.get(documentId) ?? null,
    async take(documentIds: readonly string[]): Promise<void> {
      const missing = [...new Set(documentIds)].filter((id) => !sketches.has(id));
      for (const ids of inSlices(missing, DOCUMENTS)) {
        const documents = await loadDocuments(planner.strapi, planner.target, ids);
        for (const id of ids) {
          const document = documents.get(id);
          const text = document?.main.values[body] ?? '';
          sketches.set(id, document === undefined ? null : sketchOf(String(text)));
        }
        await nextTurn();
      }
    },
  };
};

/** Compares new files, a batch at a time, with those that are gone. */
const startComparison = (job: ImportJob, gone: readonly GoneFile[]) => {
  const { title, body } = attributesOf(job);
  const tiesOf = tieFinder(gone);
  const book = sketchBook(job, body);
  const found: Resemblance[] = [];
  /** Checksums of files that are gone, and of those that are there again. */
  const sums = new Set(gone.map(({ checksum }) => checksum));
  const moved = new Set<string>();

  const compareFile = (file: ReadyFile, ties: readonly Tie<GoneFile>[]): void => {
    const own = sketchOf(String(file.post.values[body] ?? ''));
    for (const tie of ties) {
      const other = book.of(tie.gone.documentId);
      const judgement = other === null ? null : judge(tie, own, other);
      if (judgement === null) continue;
      found.push({ file: file.key, gone: tie.gone.key, path: tie.gone.path, ...judgement });
    }
  };
  return {
    async add(files: readonly ExaminedFile[]): Promise<void> {
      const tied: (readonly [ReadyFile, readonly Tie<GoneFile>[]])[] = [];
      for (const file of files) {
        if (file.status !== 'ready') continue;
        if (sums.has(file.checksum)) {
          moved.add(file.checksum);
          continue;
        }
        const ties = tiesOf({
          path: file.path,
          title: telling(file.digests[title]),
          body: telling(file.digests[body]),
        });
        if (ties.length > 0) tied.push([file, ties]);
      }
      await book.take(tied.flatMap(([, ties]) => ties.map((tie) => tie.gone.documentId)));
      for (const [file, ties] of tied) compareFile(file, ties);
    },
    isTooMuch: () => found.length > MOST,
    settle(): Renames {
      const gonesBytes = new Map(gone.map(({ key, checksum }) => [key, checksum]));
      return settleRenames(found.filter((each) => !moved.has(gonesBytes.get(each.gone) ?? '')));
    },
  };
};

/**
 * Looks, before anything is planned, for files that were renamed and edited since they were
 * imported: new ones whose name or title and whose body are like those of one that is gone. All
 * new files are read for that, so that no batch's end and no order decides; where nothing is gone,
 * or all that is has moved under its name, none is.
 *
 * @param beat shows that the run is alive
 */
export const findRenamed = async (job: ImportJob, beat: () => Promise<void>): Promise<Renames> => {
  const { planner, options, reading } = job;
  const { present, recorded } = planner.presence;
  if (present === recorded) return NO_RENAMES;
  const unmatched = await findUnmatched(planner.records, planner, options.archive.files);
  if (unmatched === null) {
    options.onIssue({ path: '', ...UNCHECKED });
    return NO_RENAMES;
  }
  if (unmatched.gone.length === 0 || !unmatched.fresh.includes(1)) return NO_RENAMES;
  const comparison = startComparison(job, await loadGone(job, unmatched.gone));
  const reader = startReader({ ...reading, only: unmatched.fresh });
  try {
    for (;;) {
      const files = await reader.next();
      if (files.length === 0 || options.signal.aborted) break;
      const take = await reader.examine(files);
      await comparison.add(take());
      if (comparison.isTooMuch()) {
        options.onIssue({ path: '', ...UNCHECKED });
        return NO_RENAMES;
      }
      await beat();
      await nextTurn();
    }
  } finally {
    await reader.close();
  }
  return comparison.settle();
};
