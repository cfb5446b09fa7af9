import type { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { newDocumentId } from 'strapi-plugin-kit/database';

import { parseArchivesSettings } from '../../config/parse-settings';
import { messages } from '../../messages';
import { isActive } from '../tasks/describe-task';
import { tasksOf } from '../tasks/tasks';
import { storageOf } from '../storage';
import { DEFAULT_OPTIONS } from '../task-options';
import { type ArchiveRow, archivesOf } from './archives';
import { receiveUpload } from './receive-upload';
import { ending } from './ending';
import { unpackUpload } from './unpack-upload';

/** What is uploaded. */
export interface Upload {
  readonly source: Readable;
  /** The name of the file. */
  readonly file: string;
  /** The archive that it is a newer version of; null for a new one. */
  readonly replaced: ArchiveRow | null;
  readonly by: string;
}

/** As long as names of files get. */
const MOST = 255;

/** `posts.tar.gz` as `posts`. */
const nameOf = (file: string): string => file.replace(/(?:\.tar)?\.[^.]{1,5}$/u, '') || 'archive';

/** @throws ApplicationError where a newer version cannot be given to an archive now */
const assertReplaceable = async (strapi: Core.Strapi, { key, name, origin, state }: ArchiveRow) => {
  if (origin === 'folder') {
    throw messages.error(errors.ApplicationError, 'archive.not-uploaded', { name });
  }
  const task = await tasksOf(strapi).newest(key);
  if (state === 'unpacking' || (task !== null && isActive(task))) {
    throw messages.error(errors.ApplicationError, 'archive.busy', { name });
  }
};

/**
 * Receives an upload, and has it unpacked while the page waits. What breaks off or is refused leaves
 * nothing behind.
 *
 * @returns the archive, which is still being unpacked
 */
export const addUpload = async (
  strapi: Core.Strapi,
  { source, file, replaced, by }: Upload
): Promise<ArchiveRow> => {
  if (replaced !== null) await assertReplaceable(strapi, replaced);
  const { upload } = parseArchivesSettings(strapi.config.get('plugin::front-matter'));
  const place = file.slice(0, MOST) || 'archive';
  const received = await receiveUpload(source, storageOf(strapi).incoming, upload.size);
  const archives = archivesOf(strapi);
  if (replaced !== null) await archives.receive(replaced.key, place, by);
  const archive =
    replaced ??
    (await archives.insert({
      key: newDocumentId(),
      name: nameOf(place),
      origin: 'upload',
      place,
      root: null,
      state: 'unpacking',
      addedBy: by,
      options: DEFAULT_OPTIONS,
    }));
  void unpackUpload(strapi, archive, received, ending(strapi)).catch((error: unknown) => {
    strapi.log.error(`What was uploaded as "${place}" could not be unpacked: ${String(error)}`);
  });
  return (await archives.find(archive.key)) ?? archive;
};
