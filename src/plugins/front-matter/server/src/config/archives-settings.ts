import { orElse, wholeNumber } from 'strapi-plugin-kit/config';
import { z } from 'zod';

const MIB = 1024 * 1024;

/** More than the largest disks hold, so that sums of bytes stay exact. */
const MOST_MIB = 1024 * 1024 * 1024;

const mib = (otherwise: number) =>
  orElse(wholeNumber(1, MOST_MIB), otherwise).transform((value) => value * MIB);

const upload = z.strictObject({
  /** MiB of what is uploaded. */
  size: mib(1024),
  /** How many are received at once. */
  atOnce: orElse(wholeNumber(1, 1_000), 4),
  /** MiB of all its files together, once they are unpacked. */
  unpackedSize: mib(8 * 1024),
  /** MiB of one file. */
  fileSize: mib(256),
  /** How many files and folders it may hold. */
  entries: orElse(wholeNumber(1, 100_000_000), 2_000_000),
  /** How many times as long its files together may be as it is itself. */
  ratio: orElse(wholeNumber(1, 1_000_000), 200),
});

/** What the Archives page may do. */
export const archivesSchema = z
  .strictObject({
    /** Where uploads and reports are kept; a relative path begins in the app's folder. */
    folder: z.string().min(1).default('.archives'),
    /** Folders of the server, of which those below can be picked; none by default. */
    roots: z.array(z.string().min(1)).default([]),
    /**
     * Where previews, imports and rollbacks are done: in processes of their own, or in the site's, where the host
     * lets an application start none.
     */
    tasks: orElse(z.enum(['process', 'site']), 'process'),
    /** Limits, in MiB where they are sizes; in bytes once they are read. */
    upload: upload.prefault({}),
  })
  .prefault({});

export type ArchivesSettings = z.output<typeof archivesSchema>;
