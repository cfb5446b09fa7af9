import { hostname } from 'node:os';

import type { Core } from '@strapi/strapi';

import { messages } from '../../messages';
import { isAlive } from '../../run/is-alive';
import { type ArchiveRow, archivesOf, type Settled } from './archives';
import { isUnpacking } from './unpackings';

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
export const afterFailure = ({ root }: ArchiveRow, message: string): Settled => ({
  state: root === null ? 'refused' : 'ready',
  message,
});

/** An archive as it is now: what was broken off while it was unpacked is settled first. */
export const asItIs = async (strapi: Core.Strapi, row: ArchiveRow): Promise<ArchiveRow> => {
  if (row.upload === null || !isBrokenOff(strapi, row)) return row;
  const settled = afterFailure(row, messages.in('en', 'upload.broke-off'));
  await archivesOf(strapi).settle(row.key, row.upload, settled);
  return { ...row, ...settled, upload: null };
};

/** The archive of a key, as it is now; null for none. */
export const findArchive = async (strapi: Core.Strapi, key: string): Promise<ArchiveRow | null> => {
  const row = await archivesOf(strapi).find(key);
  return row === null ? null : asItIs(strapi, row);
};
