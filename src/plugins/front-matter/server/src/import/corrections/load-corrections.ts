import type { Core } from '@strapi/strapi';

import { hashValue } from '../../core/plan/hash-value';
import { corrections } from '../../ledger/corrections';
import type { FoundFile } from '../../reading/found-file';
import { type CorrectedTexts, NO_TEXTS } from '../../reading/protocol';

/** What people have made of an archive's files that could not be read. */
export interface Corrections {
  /** Bytes of the corrected texts, by the checksum of the files. */
  readonly sizes: ReadonlyMap<string, number>;
  /**
   * What decides what becomes of a file, its correction included: a file is read again when that is
   * changed or withdrawn.
   *
   * @param fingerprint of all but the file
   */
  fingerprintOf(fingerprint: string, checksum: string): string;
  /** Loads what is read in place of some files. */
  textsOf(files: readonly FoundFile[]): Promise<CorrectedTexts>;
}

/** Looks which files of an archive have been corrected; texts are loaded when they are read. */
export const loadCorrections = async (
  strapi: Core.Strapi,
  archive: string
): Promise<Corrections> => {
  const ledger = corrections(strapi);
  const marks = await ledger.marks(archive);
  const sizes = new Map([...marks].map(([checksum, { size }]) => [checksum, size]));
  return {
    sizes,
    fingerprintOf(fingerprint, checksum) {
      const mark = marks.get(checksum);
      return mark === undefined ? fingerprint : hashValue([fingerprint, mark.textChecksum]);
    },
    async textsOf(files) {
      if (marks.size === 0) return NO_TEXTS;
      const checksums = files.flatMap(({ checksum }) => (marks.has(checksum) ? [checksum] : []));
      return checksums.length === 0 ? NO_TEXTS : ledger.texts(archive, [...new Set(checksums)]);
    },
  };
};
