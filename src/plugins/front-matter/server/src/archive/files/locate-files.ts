import type { Refusal } from '../../core/entry';
import { plainLanguage } from '../../core/translations/plain-language';
import type { ArchiveSettings } from '../settings';
import type { FileList } from './file-list';
import { baseName, findDuplicates } from './find-duplicates';
import type { LocatedFile } from './load-entries';
import { REFUSALS } from './obstacles';

/**
 * The files of an archive with what keeps each from being read, one after the other: there may be
 * hundreds of thousands.
 *
 * @param only by place in `files`, other than 0 for those that are wanted; all, where it is undefined
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

/** A file's name, with the folder of its language: a translation is no copy. */
function nameIn(languages: ReadonlySet<string>, file: string): string {
  if (languages.size === 0) return baseName(file);
  const language = file
    .split('/')
    .slice(0, -1)
    .map(plainLanguage)
    .find((folder) => languages.has(folder));
  return `${language ?? ''}/${baseName(file)}`;
}

function duplicateOf(first: string): Refusal {
  return {
    code: 'DUPLICATE_FILE',
    status: 'skipped',
    message: `An earlier folder has a post of the same name (${first}), which was taken. Remove one of the two.`,
  };
}
