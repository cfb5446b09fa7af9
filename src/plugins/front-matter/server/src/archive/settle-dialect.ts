import type { Dialect } from '../core/dialects/dialect';
import { ArchiveError } from './archive';
import { lookAround } from './look-around';
import { type OpenedSite, openSite, type Request } from './open-site';
import { findGenerator } from './unreadable/find-generator';
import { findMarkdown } from './unreadable/find-markdown';

/**
 * Finds out whose an archive is, as nobody has said it. The first dialect that is sure has it; else
 * the signs of a generator that cannot be read keep the others from taking it for theirs.
 *
 * @throws ArchiveError that says what was found, where that cannot be read
 */
export async function settleDialect(
  request: Request,
  dialects: readonly Dialect[]
): Promise<OpenedSite> {
  const { root, location } = request;
  const around = await lookAround(root);
  const opened: OpenedSite[] = [];
  const possible: OpenedSite[] = [];
  const failures: unknown[] = [];
  for (const dialect of dialects) {
    try {
      const found = await openSite(request, dialect);
      const { config, files, site } = found;
      const recognition = site.recognise({ ...around, config, files: files.paths() });
      if (recognition === 'surely') return found;
      if (recognition === 'maybe') possible.push(found);
      opened.push(found);
    } catch (error) {
      // What cannot be used may be another generator's.
      if (!(error instanceof ArchiveError)) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  const texts = opened.flatMap(({ config }) => config.map(({ text }) => text));
  const other = await findGenerator({ ...around, root, config: texts.join('\n') });
  if (other !== null) {
    const what = `${location} is an archive of ${other.name} (${other.mark})`;
    throw unreadable(
      `${what}, which cannot be read yet. If its posts are ${titles(dialects, "'s")} all the same, say so with --dialect ${names(dialects)}.`
    );
  }
  const [first] = possible;
  if (first !== undefined) return first;
  const markdown = await findMarkdown(root);
  if (markdown === null) throw noPosts(location, dialects);
  throw unreadable(
    `${location} is a plain folder of Markdown (${markdown}), without ${usual(dialects)} or the files of a generator, which cannot be read yet. For a ${titles(dialects)} archive give the site's root, or say --dialect ${names(dialects)} and name the folder with --posts.`
  );
}

/** @param dialects those whose posts were looked for */
export function noPosts(location: string, dialects: readonly Dialect[]): ArchiveError {
  const folders = [...new Set(dialects.flatMap(({ postFolders }) => postFolders))];
  const last = folders.pop() ?? '';
  const none =
    folders.length === 0
      ? `${last} holds no file`
      : `neither ${folders.join(', ')} nor ${last} holds a file`;
  return new ArchiveError(
    'ARCHIVE_NO_POSTS',
    `${location} has no posts: ${none}. Give the site's root, or name the folder with --posts.`
  );
}

const unreadable = (message: string): ArchiveError =>
  new ArchiveError('ARCHIVE_DIALECT_UNKNOWN', message);

const titles = (dialects: readonly Dialect[], ending = ''): string =>
  dialects.map(({ title }) => title + ending).join(' or ');

const names = (dialects: readonly Dialect[]): string =>
  dialects.map(({ name }) => name).join(' or ');

const usual = (dialects: readonly Dialect[]): string =>
  dialects.map(({ postFolders }) => postFolders[0]).join(', ');
