import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { errors } from '@strapi/utils';
import { newDocumentId } from 'strapi-plugin-kit/database';

import { kindOf } from '../../../boxes/kind-of';
import { messages } from '../../../messages';

/** A file that was uploaded, in a folder of its own, which goes with it. */
export interface Received {
  readonly folder: string;
  readonly file: string;
}

/** Enough to tell what kind of a file it is. */
const FIRST_BYTES = 512;

const MIB = 1024 * 1024;

/** A folder that says whose it is, so that what a process has left behind is found once it is gone. */
const folderName = (): string => `${process.pid}@${hostname()}@${newDocumentId()}`;

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC';

/** Lets bytes pass, as long as they are few enough and of a kind that can be unpacked. */
async function* check(source: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let length = 0;
  let first: Buffer = Buffer.alloc(0);
  const refuseOthers = (): void => {
    if (kindOf(first) !== null) return;
    throw messages.error(errors.ValidationError, 'upload.no-archive');
  };
  for await (const chunk of source) {
    if (first.length < FIRST_BYTES) {
      first = Buffer.concat([first, chunk]).subarray(0, FIRST_BYTES);
      if (first.length === FIRST_BYTES) refuseOthers();
    }
    length += chunk.length;
    if (length > most) {
      throw messages.error(errors.PayloadTooLargeError, 'upload.too-big', {
        most: Math.floor(most / MIB),
      });
    }
    yield chunk;
  }
  if (first.length < FIRST_BYTES) refuseOthers();
}

/**
 * Writes an upload to the disk as it comes in. Whatever goes wrong, nothing of it is left.
 *
 * @param incoming the folder for what is being received
 * @param most bytes
 * @throws ValidationError for what is no archive, PayloadTooLargeError for what is too long
 */
export const receiveUpload = async (
  source: Readable,
  incoming: string,
  most: number
): Promise<Received> => {
  const folder = path.join(incoming, folderName());
  const file = path.join(folder, 'box');
  await mkdir(folder, { recursive: true });
  try {
    // What is refused is read to its end all the same: a browser hears no answer before it has sent all.
    const chunks = source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    await pipeline(check(chunks, most), createWriteStream(file));
    return { folder, file };
  } catch (error) {
    source.resume();
    await rm(folder, { recursive: true, force: true });
    throw isFull(error) ? messages.error(errors.ApplicationError, 'upload.disk-full') : error;
  }
};
