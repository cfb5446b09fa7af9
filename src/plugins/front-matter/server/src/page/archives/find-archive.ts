import { hostname } from 'node:os';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { messages } from '../../messages';
import { isAlive } from '../../run/heartbeat/is-alive';
import { BROKE_OFF, type Refusal, sayRefusal } from '../refusing/refusal';
import { type ArchiveRow, archivesOf, type Settled } from './archives';
import { isAllowed } from './folders';
import { isUnpacking } from './uploads/unpackings';

/** Unpacking on another host that has been silent for so long counts as broken off; in milliseconds. */
const SILENCE = 120_000;

/** Whether what unpacks an archive is gone. In a container each process has the number of the one before it. */
const isBrokenOff = (strapi: Core.Strapi, row: ArchiveRow): boolean => {
  const { state, host, pid, upload, beatAt } = row;
  if (state !== 'unpacking' || upload === null) return false;
  if (host !== hostname() || pid === null) return Date.now() - Date.parse(beatAt ?? '') > SILENCE;
  return pid === process.pid ? !isUnpacking(strapi, upload) : !isAlive(pid);
};

/** What an archive is whose upload has failed: as it was, if it had files before. */
export const afterFailure = ({ root }: ArchiveRow, refusal: Refusal): Settled => ({
  state: root === null ? 'refused' : 'ready',
  message: sayRefusal('en', refusal, null),
  refusal,
});

/** An archive as it is now: what was broken off while it was unpacked is settled first. */
export const asItIs = async (strapi: Core.Strapi, row: ArchiveRow): Promise<ArchiveRow> => {
  if (row.upload === null || !isBrokenOff(strapi, row)) return row;
  const settled = afterFailure(row, BROKE_OFF);
  await archivesOf(strapi).settle(row.key, row.upload, settled);
  return { ...row, ...settled, upload: null };
};

/**
 * The archive of a key, as it is now.
 *
 * @throws NotFoundError where there is none
 */
export const needArchive = async (strapi: Core.Strapi, key: string): Promise<ArchiveRow> => {
  const row = await archivesOf(strapi).find(key);
  if (row === null) throw messages.error(errors.NotFoundError, 'archive.none');
  return asItIs(strapi, row);
};

/** An archive whose files may be read. */
export type ReadableArchive = ArchiveRow & { readonly root: string };

/**
 * Sees that an archive has files, and that they may still be read.
 *
 * @throws ApplicationError that says why not
 */
export const needFiles = async (
  strapi: Core.Strapi,
  archive: ArchiveRow
): Promise<ReadableArchive> => {
  const { root, state, name, place } = archive;
  if (root === null || state !== 'ready')
    throw messages.error(errors.ApplicationError, 'archive.not-ready', { name });
  if (!(await isAllowed(strapi, archive)))
    throw messages.error(errors.ApplicationError, 'archive.not-allowed', { folder: place });
  return { ...archive, root };
};

/** An archive without its files, where these may not be read any more. */
export const withFiles = async (strapi: Core.Strapi, archive: ArchiveRow): Promise<ArchiveRow> =>
  (await isAllowed(strapi, archive)) ? archive : { ...archive, root: null };
