import { parentPort } from 'node:worker_threads';

import type { Archive } from '../../../archive/archive';
import { loadEntries } from '../../../archive/files/load-entries';
import { REFUSALS } from '../../../archive/files/obstacles';
import { openArchive } from '../../../archive/open-archive';
import type { ArchiveEntry } from '../../../core/entry';
import type { DeskReading } from '../../../panel/desk-contract';
import { fitContextOf } from '../../../reading/fit-context';
import { fitFile, type FittedFile, readAsCorrected } from '../../../reading/fit-file';
import { identifyFile } from '../../../reading/found-file';
import { messageOf } from '../../../run/message-of';
import { decodeForShow } from '../../archives/decode-for-show';
import { describePost } from '../../describe-post';
import type { FileAnswer, FileAsked } from './protocol';

/** For so long the list of an archive's files is taken to be right; in milliseconds. */
const REMEMBERED = 60_000;

/** The archive that was asked for last: whoever types asks for one of its files again and again. */
let last: { readonly key: string; readonly at: number; readonly archive: Archive } | null = null;

const archiveOf = async ({ root, version, rules }: FileAsked): Promise<Archive> => {
  const key = JSON.stringify([root, rules.options, version]);
  if (last?.key === key && Date.now() - last.at < REMEMBERED) return last.archive;
  last = null;
  const archive = await openArchive(root, rules.options);
  last = { key, at: Date.now(), archive };
  return archive;
};

/** The file as it stands; null for one that the archive does not list. */
const entryOf = async ({ root, files }: Archive, path: string): Promise<ArchiveEntry | null> => {
  const obstacle = files.obstacleAt(files.indexOf(path));
  if (obstacle === undefined) return null;
  const refusal = obstacle === null ? null : REFUSALS[obstacle];
  for await (const entry of loadEntries(root, [{ path, refusal }])) return entry;
  return null;
};

const statusOf = (fitted: FittedFile): DeskReading['status'] => {
  if (fitted.status !== 'ready') return fitted.status;
  return fitted.repaired ? 'repaired' : 'ok';
};

const read = async (asked: FileAsked): Promise<FileAnswer> => {
  const archive = await archiveOf(asked);
  const entry = await entryOf(archive, asked.path);
  if (entry === null) return { kind: 'none' };
  const found = identifyFile(asked.archive, entry);
  const text = asked.text ?? undefined;
  const fitted = fitFile(found, entry, fitContextOf(archive, asked.rules), text);
  const reading = readAsCorrected(archive, entry, text);
  const isPost = fitted.status === 'ready' && 'post' in reading;
  const post = isPost ? describePost(asked.path, reading.post, archive.timezone) : null;
  // Whoever types knows that.
  const issues = fitted.issues.filter(({ code }) => code !== 'CORRECTED');
  return {
    kind: 'found',
    file: {
      checksum: found.checksum,
      size: entry.bytes.byteLength,
      content: entry.refusal === undefined ? decodeForShow(entry.bytes) : null,
      reading: { status: statusOf(fitted), issues, post },
    },
  };
};

const answer = async (asked: FileAsked): Promise<FileAnswer> => {
  try {
    return await read(asked);
  } catch (error) {
    return { kind: 'problem', reason: messageOf(error) };
  }
};

let before: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (asked: FileAsked | null) => {
  // Nothing is left to wait for, so that the thread ends.
  if (asked === null) parentPort?.close();
  else before = before.then(async () => parentPort?.postMessage(await answer(asked)));
});
