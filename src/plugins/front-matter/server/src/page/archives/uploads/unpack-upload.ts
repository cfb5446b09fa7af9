import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import type { Core } from '@strapi/strapi';
import { newDocumentId } from 'strapi-plugin-kit/database';

import { unpackInThread } from '../../../boxes/thread/unpack-thread';
import { parseArchivesSettings } from '../../../config/parse-settings';
import { BROKE_OFF, NotNewer, refusalOf } from '../../refusing/refusal';
import { storageOf } from '../../storage';
import { openOptionsOf } from '../../task-options';
import { type ArchiveRow, archivesOf } from '../archives';
import { afterFailure } from '../find-archive';
import { openApart } from '../opening/open-apart';
import type { Received } from './receive-upload';

/** What is to be unpacked, and for which archive. */
interface Unpacking {
  readonly archive: ArchiveRow;
  readonly upload: string;
  readonly place: string;
  readonly addedBy: string;
  readonly received: Received;
}

/** Between two times that it is written down how far unpacking is, in milliseconds. */
const INTERVAL = 1_000;

const limitsOf = (strapi: Core.Strapi) => {
  const { upload } = parseArchivesSettings(strapi.config.get('plugin::front-matter'));
  const { unpackedSize: bytes, fileSize: fileBytes, entries, ratio } = upload;
  return { bytes, fileBytes, entries, ratio };
};

/** Unpacks into a folder beside the upload, and moves that to where archives are kept. */
const unpack = async (
  strapi: Core.Strapi,
  { folder, file }: Received,
  signal: AbortSignal,
  onProgress: (files: number) => void
): Promise<{ readonly root: string; readonly files: number }> => {
  const into = path.join(folder, 'files');
  const { root, files } = await unpackInThread(file, into, limitsOf(strapi), {
    signal,
    onProgress,
  });
  const home = path.join(storageOf(strapi).archives, newDocumentId());
  await mkdir(path.dirname(home), { recursive: true });
  await rename(into, home);
  return { root: path.join(home, path.relative(into, root)), files };
};

/**
 * Refuses what has no posts in the place of what has; other problems are its page's to solve.
 *
 * @throws NotNewer
 */
const checkNewer = async (
  strapi: Core.Strapi,
  { root: before, options, settings }: ArchiveRow,
  root: string
): Promise<void> => {
  if (before === null) return;
  const open = (folder: string) =>
    openApart({ root: folder, options: openOptionsOf(options, settings) });
  const { hasNoPosts, problem } = await open(root);
  if (!hasNoPosts || (await open(before)).hasNoPosts) return;
  await removeFiles(strapi, root);
  throw new NotNewer(problem ?? '');
};

/**
 * Unpacks an upload, and gives an archive its files; those that it had before go. How it ended is
 * told by the archive. What is refused leaves it without files, or with those that it had.
 */
export const unpackUpload = async (
  strapi: Core.Strapi,
  { archive, upload, place, addedBy, received }: Unpacking,
  signal: AbortSignal
): Promise<void> => {
  const archives = archivesOf(strapi);
  const { key, root: before } = archive;
  const removeUpload = () => rm(received.folder, { recursive: true, force: true });
  let unpacked = 0;
  const timer = setInterval(() => {
    archives.beat(key, upload, unpacked).catch(() => undefined);
  }, INTERVAL);
  try {
    const { root, files } = await unpack(
      strapi,
      received,
      signal,
      (count) => void (unpacked = count)
    );
    await checkNewer(strapi, archive, root);
    const now = new Date().toISOString();
    const added = { place, addedBy, addedAt: now, changedAt: now };
    const ready = { state: 'ready', message: null, refusal: null, root, files, ...added } as const;
    const isWanted = await archives.settle(key, upload, ready);
    const unused = isWanted ? before : root;
    if (unused !== null) await removeFiles(strapi, unused);
  } catch (error) {
    const { files } = archive;
    const refusal = signal.aborted ? BROKE_OFF : refusalOf(error);
    // Nothing is left of it once it is said to be refused.
    await removeUpload();
    await archives.settle(key, upload, { ...afterFailure(archive, refusal), files });
  } finally {
    clearInterval(timer);
    await removeUpload();
  }
};

/** Removes the files of an uploaded archive. */
export const removeFiles = async (strapi: Core.Strapi, root: string): Promise<void> => {
  const { archives } = storageOf(strapi);
  const [own = ''] = path.relative(archives, root).split(path.sep);
  // What is not among the uploads is somebody's own.
  if (own === '' || own === '..' || path.isAbsolute(own)) return;
  await rm(path.join(archives, own), { recursive: true, force: true });
};
