import { hash } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import { newDocumentId, pages } from 'strapi-plugin-kit/database';

import { correctionKey } from './keys';
import { CORRECTION } from './tables';

/** What somebody has made of a file that could not be read. */
export interface Correction {
  readonly archive: string;
  /** SHA-256 of the bytes that were corrected, in hex, as records have it. */
  readonly checksum: string;
  /** Where the file was when it was corrected. */
  readonly path: string;
  /** What is read in place of the bytes. */
  readonly text: string;
  readonly madeBy: string;
  /** ISO 8601 */
  readonly madeAt: string;
}

/** What is known of a correction without its text. */
export interface CorrectionMark {
  /** SHA-256 of the text, in hex. */
  readonly textChecksum: string;
  /** Bytes of the text in UTF-8. */
  readonly size: number;
}

/** What a list says of a correction. */
export type ListedCorrection = Pick<Correction, 'checksum' | 'path' | 'madeBy' | 'madeAt'>;

type MarkRow = CorrectionMark & Pick<Correction, 'archive' | 'checksum'> & { readonly id: number };

/** Marks that are loaded together: they have no texts. */
const PAGE = 1_000;

/** The rows of `correction`: at most one for the same bytes of an archive. */
export const corrections = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(CORRECTION);
  return {
    /** All of an archive, by the checksum of what was corrected. */
    async marks(archive: string): Promise<ReadonlyMap<string, CorrectionMark>> {
      const marks = new Map<string, CorrectionMark>();
      const read = (above: number, limit: number): Promise<MarkRow[]> =>
        query().findMany({
          where: { archive, id: { $gt: above } },
          select: ['id', 'archive', 'checksum', 'textChecksum', 'size'],
          orderBy: { id: 'asc' },
          limit,
        });
      for await (const rows of pages(PAGE, read)) {
        for (const row of rows) {
          // Some collations take two spellings of a name for one.
          if (row.archive === archive) marks.set(row.checksum, row);
        }
      }
      return marks;
    },

    /** Texts by the checksums of what was corrected. */
    async texts(archive: string, checksums: readonly string[]): Promise<Map<string, string>> {
      const keys = checksums.map((checksum) => correctionKey(archive, checksum));
      const rows: readonly Pick<Correction, 'checksum' | 'text'>[] = await query().findMany({
        where: { key: { $in: keys } },
        select: ['checksum', 'text'],
      });
      return new Map(rows.map(({ checksum, text }) => [checksum, text]));
    },

    /** The correction of some bytes; null for none. */
    find: (archive: string, checksum: string): Promise<Correction | null> =>
      query().findOne({ where: { key: correctionKey(archive, checksum) } }),

    /** Those that were made of files at some paths, without their texts. */
    async ofPaths(archive: string, paths: readonly string[]): Promise<readonly ListedCorrection[]> {
      const rows: readonly (ListedCorrection & Pick<Correction, 'archive'>)[] =
        await query().findMany({
          where: { archive, path: { $in: paths } },
          select: ['archive', 'checksum', 'path', 'madeBy', 'madeAt'],
        });
      return rows.filter((row) => row.archive === archive);
    },

    /** How many of an archive were made since a moment, which is given in ISO 8601. */
    countSince: (archive: string, since: string): Promise<number> =>
      query().count({ where: { archive, madeAt: { $gte: since } } }),

    /** Saves a correction in the place of an earlier one of the same bytes. */
    async save(correction: Correction): Promise<void> {
      const { archive, checksum, text } = correction;
      const key = correctionKey(archive, checksum);
      const own = { textChecksum: hash('sha256', text), size: Buffer.byteLength(text) };
      const data = { ...correction, ...own, key };
      const replace = async (): Promise<boolean> =>
        (await query().updateMany({ where: { key }, data })).count > 0;
      if (await replace()) return;
      try {
        await query().create({ data: { ...data, documentId: newDocumentId() } });
      } catch (error) {
        // Of two who save at once, the second comes to a row that is there.
        if (!(await replace())) throw error;
      }
    },

    /** @returns false where there was none */
    async withdraw(archive: string, checksum: string): Promise<boolean> {
      const { count } = await query().deleteMany({
        where: { key: correctionKey(archive, checksum) },
      });
      return count > 0;
    },
  };
};
