import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { newDocumentId } from 'strapi-plugin-kit/database';

import { parseArchivesSettings } from '../../../config/parse-settings';
import { messages } from '../../../messages';
import { isActive } from '../../tasks/describe-task';
import { tasksOf } from '../../tasks/tasks';
import { storageOf } from '../../storage';
import { DEFAULT_OPTIONS } from '../../task-options';
import { type ArchiveRow, archivesOf } from '../archives';
import { assertIdle } from '../assert-idle';
import { freeName } from '../free-name';
import { receiveUpload } from './receive-upload';
import { receiveAmong } from './receivings';
import { beginUnpacking, countUnpacking } from './unpackings';
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

/** As long as names of files get, and columns of the database. */
const MOST = 255;

/** Uploads that are unpacked at once. */
const TOGETHER = 3;

/** What a database keeps of a text that somebody else has made. */
const plain = (text: string): string =>
  [...text.replace(/\p{Cc}|\p{Cs}/gu, '')].slice(0, MOST).join('');

/** `posts.tar.gz` as `posts`. */
const nameOf = (file: string): string => file.replace(/(?:\.tar)?\.[^.]{1,5}$/u, '') || 'archive';

/** @throws ApplicationError where a newer version cannot be given to an archive now */
const assertReplaceable = async (strapi: Core.Strapi, archive: ArchiveRow): Promise<void> => {
  const { name, origin } = archive;
  if (origin === 'folder') {
    throw messages.error(errors.ApplicationError, 'archive.not-uploaded', { name });
  }
  await assertIdle(strapi, archive);
};

/** Has an archive wait for its newer version; a task may have begun while that was received. */
const claim = async (
  strapi: Core.Strapi,
  replaced: ArchiveRow,
  upload: string
): Promise<ArchiveRow> => {
  const archives = archivesOf(strapi);
  const { key, name } = replaced;
  if (!(await archives.claim(key, upload))) {
    throw messages.error(errors.ApplicationError, 'archive.busy', { name });
  }
  const task = await tasksOf(strapi).newest(key);
  const claimed = await archives.find(key);
  if (claimed === null) throw messages.error(errors.NotFoundError, 'archive.none');
  const { state, message, refusal, files } = replaced;
  if (task === null || !isActive(task)) return { ...claimed, files };
  await archives.settle(key, upload, { state, message, refusal, files });
  throw messages.error(errors.ApplicationError, 'archive.busy', { name });
};

/**
 * Receives an upload, and has it unpacked while the page waits. What breaks off or is refused leaves
 * nothing behind, and the archive that it was to replace as it was.
 *
 * @returns the archive, which is still being unpacked; null where too many are being received
 */
export const addUpload = async (
  strapi: Core.Strapi,
  { source, file, replaced, by }: Upload
): Promise<ArchiveRow | null> => {
  if (replaced !== null) await assertReplaceable(strapi, replaced);
  if (countUnpacking(strapi) >= TOGETHER) {
    throw messages.error(errors.ApplicationError, 'upload.busy', { most: TOGETHER });
  }
  const { upload: limits } = parseArchivesSettings(strapi.config.get('plugin::front-matter'));
  const place = plain(file) || 'archive';
  const addedBy = plain(by);
  const { incoming } = storageOf(strapi);
  const received = await receiveAmong(strapi, limits.atOnce, () =>
    receiveUpload(source, incoming, limits.size)
  );
  if (received === null) return null;
  try {
    const upload = newDocumentId();
    const archive =
      replaced === null
        ? await archivesOf(strapi).insert({
            key: newDocumentId(),
            name: await freeName(strapi, nameOf(place)),
            origin: 'upload',
            state: 'unpacking',
            options: DEFAULT_OPTIONS,
            root: null,
            ...{ place, addedBy, upload },
          })
        : await claim(strapi, replaced, upload);
    beginUnpacking(strapi, upload, (signal) =>
      unpackUpload(strapi, { archive, upload, place, addedBy, received }, signal)
    );
    return { ...archive, state: 'unpacking', files: 0 };
  } catch (error) {
    await rm(received.folder, { recursive: true, force: true });
    throw error;
  }
};
