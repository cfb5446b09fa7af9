import type { FileList } from '../../archive/files/file-list';
import { UsageError } from '../../run/usage-error';

/**
 * Marks the files that are to be imported alone.
 *
 * @param wanted their paths, in any order; nothing for all
 * @returns by index in `files`, 1 for those that are wanted; null for all
 * @throws UsageError where a path is none of the archive's files
 */
export const pickFiles = (
  files: FileList,
  wanted: readonly string[] | null | undefined
): Uint8Array | null => {
  if (wanted === null || wanted === undefined) return null;
  const only = new Uint8Array(files.length);
  for (const path of wanted) {
    const index = files.indexOf(path);
    if (index === -1) {
      throw new UsageError(
        `The archive has no file "${path}" among its posts. Nothing was imported: the file may be gone, or the archive's options leave its folder out.`
      );
    }
    only[index] = 1;
  }
  return only;
};
