import type { Refusal } from '../../core/entry';
import { normaliseLanguage } from '../../core/translations/normalise-language';
import type { ArchiveSettings } from '../settings/settings';
import type { FileList } from './file-list';
import { baseName, findDuplicates } from './find-duplicates';
import type { LocatedFile } from './load-entries';
import { REFUSALS } from './obstacles';

/**
 * Yields the files of an archive with what keeps each from being read.
 *
 * @param only by index in `files`, not 0 for those that are wanted; undefined for all
 */
export function* locateFiles(
  files: FileList,
  extraFolders: readonly string[],
  { locales }: ArchiveSettings,
  only: Uint8Array | undefined
): Generator<LocatedFile> {
  const languages = new Set(Object.keys(locales ?? {}));
  const keptInstead = findDuplicates(files, extraFolders, (file) => nameIn(languages, file));
  let index = 0;
  for (const { path: file, obstacle } of files) {
    const place = index;
    index += 1;
    if (only !== undefined && (only[place] ?? 0) === 0) continue;
    const first = keptInstead(place);
    yield {
      path: file,
      refusal: obstacle ? REFUSALS[obstacle] : first === null ? null : duplicateOf(first),
    };
  }
}

/** A file's name with the folder of its language: a translation is not a copy. */
const nameIn = (languages: ReadonlySet<string>, file: string): string => {
  if (languages.size === 0) return baseName(file);
  const language = file
    .split('/')
    .slice(0, -1)
    .map(normaliseLanguage)
    .find((folder) => languages.has(folder));
  return `${language ?? ''}/${baseName(file)}`;
};

const duplicateOf = (first: string): Refusal => ({
  code: 'DUPLICATE_FILE',
  status: 'skipped',
  message: `An earlier folder has a post of the same name (${first}), which was used. Remove one of the two.`,
});
