import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { unpackInThread } from '../../boxes/unpack-thread';
import { parseArchivesSettings } from '../../config/parse-settings';
import { storageOf } from '../storage';
import { type ArchiveRow, archivesOf } from './archives';
import type { Received } from './receive-upload';

/** Between two times that it is written down how far unpacking is, in milliseconds. */
const INTERVAL = 1_000;

/**
 * Unpacks an upload, and gives an archive its files; those that it had before go. The archive says
 * how it ended: nobody waits for it. What is refused leaves the archive without files, or with
 * those that it had.
 */
export const unpackUpload = async (
  strapi: Core.Strapi,
  archive: ArchiveRow,
  { folder, file }: Received,
  signal: AbortSignal
): Promise<void> => {
  const archives = archivesOf(strapi);
  const { upload } = parseArchivesSettings(strapi.config.get('plugin::front-matter'));
  const limits = {
    bytes: upload.unpackedSize,
    fileBytes: upload.fileSize,
    entries: upload.entries,
    ratio: upload.ratio,
  };
  let files = 0;
  const timer = setInterval(() => {
    archives.update(archive.key, { files }).catch(() => undefined);
  }, INTERVAL);
  try {
    const into = path.join(folder, 'files');
    const onProgress = (unpacked: number) => void (files = unpacked);
    const unpacked = await unpackInThread(file, into, limits, { signal, onProgress });
    const home = path.join(
      storageOf(strapi).archives,
      path.basename(folder).split('@').at(-1) ?? ''
    );
    await mkdir(path.dirname(home), { recursive: true });
    await rename(into, home);
    const root = path.join(home, path.relative(into, unpacked.root));
    clearInterval(timer);
    await archives.update(archive.key, {
      state: 'ready',
      root,
      files: unpacked.files,
      message: null,
    });
    if (archive.root !== null) await removeFiles(strapi, archive.root);
  } catch (error) {
    clearInterval(timer);
    const message = error instanceof Error ? error.message : String(error);
    // A version that is refused leaves the archive as it was.
    const state = archive.root === null ? 'refused' : 'ready';
    await archives.update(archive.key, { state, message, files: archive.files });
  } finally {
    await rm(folder, { recursive: true, force: true });
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
