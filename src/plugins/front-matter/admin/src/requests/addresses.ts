import { PLUGIN_ID } from '../plugin-id';

const part = encodeURIComponent;

/** Where the server answers. */
export const ARCHIVES = `/${PLUGIN_ID}/archives`;
export const archiveAddress = (key: string): string => `${ARCHIVES}/${part(key)}`;
export const keysAddress = (key: string): string => `${archiveAddress(key)}/keys`;
export const mappingAddress = (key: string): string => `${archiveAddress(key)}/mapping`;
export const fileAddress = (archive: string, path: string): string =>
  `${archiveAddress(archive)}/file?path=${part(path)}`;
export const foldersAddress = (path: string): string => `/${PLUGIN_ID}/folders?path=${part(path)}`;
export const taskAddress = (key: string): string => `/${PLUGIN_ID}/tasks/${part(key)}`;
export const runsAddress = (before: number | null): string =>
  before === null ? `/${PLUGIN_ID}/runs` : `/${PLUGIN_ID}/runs?before=${before}`;
export const runAddress = (number: number): string => `/${PLUGIN_ID}/runs/${number}`;

/** Files of an archive that could not be read, and one of them. */
const deskAddress = (archive: string): string => `${archiveAddress(archive)}/desk`;
export const unreadAddress = (archive: string, after: string | null): string =>
  after === null ? deskAddress(archive) : `${deskAddress(archive)}?after=${part(after)}`;
export const deskFileAddress = (archive: string, path: string): string =>
  `${deskAddress(archive)}/file?path=${part(path)}`;
export const readingAddress = (archive: string): string => `${deskAddress(archive)}/reading`;
export const correctionAddress = (archive: string): string => `${deskAddress(archive)}/correction`;
export const correctionOfAddress = (archive: string, checksum: string): string =>
  `${correctionAddress(archive)}?checksum=${part(checksum)}`;

/**
 * Where an archive's file is sent to.
 *
 * @param archive whose files it is a newer version of; null for a new archive
 */
export const uploadAddress = (name: string, archive: string | null): string =>
  `${ARCHIVES}/upload?file=${part(name)}${archive === null ? '' : `&archive=${part(archive)}`}`;

/** What of a task's issues is asked for; empty for all. */
export interface IssueFilters {
  readonly code: string;
  readonly severity: string;
  readonly path: string;
}

/** A page of a task's issues. */
export const issuesAddress = (
  task: string,
  filters: IssueFilters,
  after: string | null
): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, after: after ?? '' })) {
    if (value !== '') query.set(name, value);
  }
  return `${taskAddress(task)}/issues?${query.toString()}`;
};

/** In the address of the page of the files that could not be read: the one that is shown. */
export const DESK_FILE = 'file';

/** Pages of the panel. */
export const ARCHIVES_PAGE = `/plugins/${PLUGIN_ID}`;
export const archivePage = (key: string): string => `${ARCHIVES_PAGE}/archives/${part(key)}`;
export const deskPage = (key: string): string => `${archivePage(key)}/desk`;
/** One of them, also where it can be read by now. */
export const correctedPage = (archive: string, path: string): string =>
  `${deskPage(archive)}?${new URLSearchParams({ [DESK_FILE]: path }).toString()}`;
export const taskPage = (key: string): string => `${ARCHIVES_PAGE}/tasks/${part(key)}`;

/** Conflicts of an archive: a page of them, one, and where they are settled. */
export const conflictsAddress = (archive: string, after: number | null): string =>
  `${archiveAddress(archive)}/conflicts${after === null ? '' : `?after=${after}`}`;
export const conflictAddress = (archive: string, id: string): string =>
  `${archiveAddress(archive)}/conflicts/${part(id)}`;
export const settleAddress = (archive: string): string => `${archiveAddress(archive)}/settle`;
export const conflictPage = (archive: string, id: number): string =>
  `${archivePage(archive)}/conflicts/${id}`;
