import { setImmediate as nextTurn } from 'node:timers/promises';
import { chunks } from 'strapi-plugin-kit/database';

import { issueOf } from '../../core/issue-codes';
import { digestValue } from '../../core/plan/digest';
import { tieFinder, type Tie, type TiedFile } from '../../core/plan/find-ties';
import { sketchOf } from '../../core/plan/likeness';
import {
  judge,
  NO_RENAMES,
  settleRenames,
  type FileText,
  type Renames,
  type Resemblance,
} from '../../core/plan/settle-renames';
import type { RecordedPath } from '../../ledger/records';
import { runs } from '../../ledger/runs';
import { byLocale, inLocale } from '../../write/in-locale';
import { loadDocuments } from '../../write/load-documents';
import type { Target } from '../../write/target';
import type { ExaminedFile } from '../reading/examine';
import { startReader } from '../reading/file-reader';
import {
  COMPARED,
  findUnmatched,
  KNOWN,
  markNamesakes,
  NAMESAKE,
  NEW,
  RIVAL,
  startTaking,
  type Unmatched,
} from './find-gone';
import type { ImportJob } from './prepare';

type ReadyFile = Extract<ExaminedFile, { readonly status: 'ready' }>;

/** A file that is gone, with what is compared of it. */
interface GoneFile extends TiedFile {
  readonly checksum: string;
  readonly documentId: string;
  readonly targetLocale: string | null;
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
  for (const slice of chunks(records, RECORDS)) {
    const contents = await job.planner.records.contents(slice.map(({ key }) => key));
    const byKey = new Map(contents.map((content) => [content.key, content]));
    for (const { key, path, targetDocumentId, targetLocale } of slice) {
      const content = byKey.get(key);
      if (content === undefined || targetDocumentId === null) continue;
      const { checksum, imported } = content;
      const title = telling(imported?.[attributes.title]?.from);
      const body = telling(imported?.[attributes.body]?.from);
      const document = { documentId: targetDocumentId, targetLocale };
      gone.push({ key, path, title, body, checksum, ...document });
    }
  }
  return gone;
};

const textOf = (
  values: Readonly<Record<string, unknown>>,
  { title, body }: ReturnType<typeof attributesOf>
): FileText => ({
  title: String(values[title] ?? ''),
  sketch: sketchOf(String(values[body] ?? '')),
});

/** Takes sketches of documents, each once; null for one that is gone. */
const sketchBook = (job: ImportJob, target: Target) => {
  const { strapi } = job.planner;
  const attributes = attributesOf(job);
  const texts = new Map<string, FileText | null>();
  return {
    of: (documentId: string): FileText | null => texts.get(documentId) ?? null,
    async take(documentIds: readonly string[]): Promise<void> {
      const missing = [...new Set(documentIds)].filter((id) => !texts.has(id));
      for (const ids of chunks(missing, DOCUMENTS)) {
        const documents = await loadDocuments(strapi, target, ids);
        for (const id of ids) {
          const values = documents.get(id)?.main.values;
          texts.set(id, values === undefined ? null : textOf(values, attributes));
          await nextTurn();
        }
      }
    },
  };
};

/**
 * Compares new files of one locale, a batch at a time, with those that are gone.
 *
 * @param target the type in that locale
 * @param isRival tells of a file's path whether it has become a document already
 */
const startComparison = (
  job: ImportJob,
  target: Target,
  gone: readonly GoneFile[],
  isRival: (path: string) => boolean
) => {
  const attributes = attributesOf(job);
  const { tiesOf, isHidden } = tieFinder(gone);
  const byKey = new Map(gone.map((each) => [each.key, each]));
  const book = sketchBook(job, target);
  const found: Resemblance[] = [];
  /** Checksums of files that are gone, and of those that are there again. */
  const sums = new Set(gone.map(({ checksum }) => checksum));
  const moved = new Set<string>();

  const compareFile = (file: ReadyFile, ties: readonly Tie<GoneFile>[]): void => {
    const own = textOf(file.post.values, attributes);
    for (const tie of ties) {
      const other = book.of(tie.gone.documentId);
      const judgement = judge(tie, own, other);
      // Of a document that was deleted there is nothing to choose.
      if (judgement === null || (other === null && !judgement.isSure)) continue;
      found.push({ file: file.key, gone: tie.gone.key, path: tie.gone.path, ...judgement });
    }
  };
  return {
    async add(files: readonly ExaminedFile[]): Promise<void> {
      const tied: (readonly [ReadyFile, readonly Tie<GoneFile>[]])[] = [];
      for (const file of files) {
        if (file.status !== 'ready') continue;
        if (inLocale(job.planner.target, file.post.locale).locale !== target.locale) continue;
        if (sums.has(file.checksum) && !isRival(file.path)) {
          moved.add(file.checksum);
          continue;
        }
        const ties = tiesOf({
          path: file.path,
          title: telling(file.digests[attributes.title]),
          body: telling(file.digests[attributes.body]),
        });
        if (ties.length > 0) tied.push([file, ties]);
      }
      await book.take(tied.flatMap(([, ties]) => ties.map((tie) => tie.gone.documentId)));
      for (const [file, ties] of tied) {
        compareFile(file, ties);
        await nextTurn();
      }
    },
    isTooMuch: () => found.length > MOST,
    settle(): Renames {
      return settleRenames(
        found.flatMap((each) => {
          const other = byKey.get(each.gone);
          if (other === undefined || moved.has(other.checksum)) return [];
          return [{ ...each, isSure: each.isSure && !isHidden(other) }];
        })
      );
    },
  };
};

/** What was found in each locale: a file is of one. */
const joinRenames = (found: readonly Renames[]): Renames => ({
  moves: new Map(found.flatMap(({ moves }) => [...moves])),
  doubts: new Map(found.flatMap(({ doubts }) => [...doubts])),
});

/** Reads files of some marks, a batch at a time, until `take` says that it is enough. */
const readMarked = async (
  { options, reading }: ImportJob,
  marks: Uint8Array,
  wanted: readonly number[],
  take: (files: readonly ExaminedFile[]) => Promise<boolean>
): Promise<void> => {
  const reader = startReader({
    ...reading,
    only: marks.map((mark) => (wanted.includes(mark) ? 1 : 0)),
  });
  try {
    for (;;) {
      const files = await reader.next();
      if (files.length === 0 || options.signal.aborted) return;
      const examined = await reader.examine(files);
      if (!(await take(examined()))) return;
      await nextTurn();
    }
  } finally {
    await reader.close();
  }
};

/** Reads the namesakes of files that are gone: only what is fit to be a post takes one. */
const takeNamesakes = async (
  job: ImportJob,
  { gone, deleted, marks, isTooMuch }: Unmatched,
  beat: () => Promise<void>
): Promise<Unmatched> => {
  const names = startTaking([...gone, ...deleted]);
  const { files } = job.options.archive;
  if (marks.includes(NAMESAKE)) {
    await readMarked(job, marks, [NAMESAKE], async (examined) => {
      for (const { path, status } of examined) {
        const isTaken = status !== 'ready' || names.take(path);
        marks[files.indexOf(path)] = isTaken ? KNOWN : NEW;
      }
      await beat();
      return true;
    });
  }
  return {
    gone: gone.filter(names.isLeft),
    deleted: deleted.filter(names.isLeft),
    marks,
    isTooMuch,
  };
};

/**
 * Looks, before anything is planned, for files that were renamed and edited since they were
 * imported: new ones whose name or title and whose body are like those of one that is gone. All
 * new files are read for that, so that no batch's end and no order decides; where nothing is gone,
 * or all that is new has moved under its name, none is.
 *
 * @param beat shows that the run is alive
 */
export const findRenamed = async (job: ImportJob, beat: () => Promise<void>): Promise<Renames> => {
  const { planner, options } = job;
  const { present, recorded } = planner.presence;
  if (present === recorded) return NO_RENAMES;
  const { files } = options.archive;
  const finished = await runs(planner.strapi).lastFinished(job.archive);
  const found = await findUnmatched(planner, files, finished);
  if (found.gone.length + found.deleted.length === 0) return NO_RENAMES;
  if (!(await markNamesakes(files, found))) return NO_RENAMES;
  const giveUp = (): Renames => {
    options.onIssue({ path: '', ...UNCHECKED });
    return NO_RENAMES;
  };
  if (found.isTooMuch) return giveUp();
  const { gone, deleted, marks } = await takeNamesakes(job, found, beat);
  if (gone.length + deleted.length === 0 || !marks.includes(NEW)) return NO_RENAMES;
  if (gone.length > COMPARED) return giveUp();
  const loaded = await loadGone(job, [...gone, ...deleted]);
  const isRival = (path: string): boolean => marks[files.indexOf(path)] === RIVAL;
  const comparisons = byLocale(planner.target, loaded, ({ targetLocale }) => targetLocale).map(
    ([target, own]) => startComparison(job, target, own, isRival)
  );
  const isTooMuch = (): boolean => comparisons.some((each) => each.isTooMuch());
  await readMarked(job, marks, [NEW, RIVAL], async (examined) => {
    for (const comparison of comparisons) await comparison.add(examined);
    await beat();
    return !isTooMuch();
  });
  return isTooMuch() ? giveUp() : joinRenames(comparisons.map((each) => each.settle()));
};
