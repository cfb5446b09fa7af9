import type { Dialect } from '../../core/dialects/dialect';
import { ArchiveError } from '../archive';
import type { OtherGenerator } from './find-generator';

/**
 * The error of an archive of a generator that cannot be read.
 *
 * @param dialects those that can be read
 */
export const otherGenerator = (
  location: string,
  { name, mark }: OtherGenerator,
  dialects: readonly Dialect[]
): ArchiveError =>
  unknown(
    `${location} is an archive of ${name} (${mark}), which cannot be read yet. If its posts are ${titles(dialects, "'s")} all the same, say so with --dialect ${names(dialects)}.`
  );

/**
 * The error of a folder of Markdown that is not an archive of a generator.
 *
 * @param markdown a file of the folder
 * @param dialects those that can be read
 */
export const plainFolder = (
  location: string,
  markdown: string,
  dialects: readonly Dialect[]
): ArchiveError => {
  const folders = dialects.map(({ postFolders }) => postFolders[0]).join(', ');
  return unknown(
    `${location} is a plain folder of Markdown (${markdown}), without ${folders} or the files of a generator, which cannot be read yet. For a ${titles(dialects)} archive give the site's root, or say --dialect ${names(dialects)} and name the folder with --posts.`
  );
};

const unknown = (message: string): ArchiveError =>
  new ArchiveError('ARCHIVE_DIALECT_UNKNOWN', message);

const titles = (dialects: readonly Dialect[], ending = ''): string =>
  dialects.map(({ title }) => title + ending).join(' or ');

const names = (dialects: readonly Dialect[]): string =>
  dialects.map(({ name }) => name).join(' or ');
