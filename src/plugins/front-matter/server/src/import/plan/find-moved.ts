import path from 'node:path';

import { isInLocale } from '../../core/locale';
import type { StoredRecord } from '../../ledger/records/record';
import { inLocale } from '../../site/in-locale';
import type { ReadyFile } from './planned-file';
import type { Planner } from './planner';

export const fileName = (filePath: string): string => path.posix.basename(filePath);

/** Records of the files that these are taken for, since they are like them. */
const findRenames = async (
  { records, renames }: Planner,
  files: readonly ReadyFile[]
): Promise<readonly StoredRecord[]> => {
  const keys = files.flatMap(({ key }) => renames.moves.get(key)?.gone ?? []);
  const found = await records.byKeys(keys);
  return [...found.values()].filter(({ targetDocumentId }) => targetDocumentId !== null);
};

/** For files without a document: the record of the same file at a path that is gone. */
export const findMoved = async (
  planner: Planner,
  files: readonly ReadyFile[]
): Promise<ReadonlyMap<string, StoredRecord>> => {
  const { present, recorded } = planner.presence;
  // Where every recorded file is where it was, no new one can be an old one.
  if (files.length === 0 || present === recorded) return new Map();
  const alike = await planner.records.alike(planner.archive, {
    names: files.map((file) => fileName(file.path)),
    checksums: files.map((file) => file.checksum),
  });
  const candidates = [...alike, ...(await findRenames(planner, files))]
    .filter((record) => !planner.moved.has(record.key) && !planner.exists(record.path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const found = new Map<string, StoredRecord>();
  const taken = new Set<string>();
  const take = (matches: (file: ReadyFile, record: StoredRecord) => boolean): void => {
    for (const file of files) {
      if (found.has(file.key)) continue;
      const target = inLocale(planner.target, file.post.locale);
      const record = candidates.find(
        (candidate) =>
          !taken.has(candidate.key) &&
          isInLocale(target, candidate.targetLocale) &&
          matches(file, candidate)
      );
      if (record === undefined) continue;
      found.set(file.key, record);
      taken.add(record.key);
    }
  };
  take((file, record) => record.fileName === fileName(file.path));
  take((file, record) => record.checksum === file.checksum);
  take((file, record) => record.key === planner.renames.moves.get(file.key)?.gone);
  return found;
};
