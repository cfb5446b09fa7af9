import type { Dialect } from '../core/dialects/dialect';
import { ArchiveError } from './archive';
import { type RootContents, scanRoot } from './scan-root';
import { noPosts } from './no-posts';
import { type OpenedSite, openSite, type Request } from './open-site';
import { findGenerator } from './unreadable/find-generator';
import { findMarkdown } from './unreadable/find-markdown';
import { otherGenerator, plainFolder } from './unreadable/refuse';

/**
 * Detects the dialect of an archive. The first dialect that is sure is taken; then an archive of a
 * generator that cannot be read is refused; then the first dialect that is possible is taken.
 *
 * @throws ArchiveError with what was found, where that cannot be read
 */
export const detectDialect = async (
  request: Request,
  dialects: readonly Dialect[]
): Promise<OpenedSite> => {
  const { root, location } = request;
  const contents = await scanRoot(root);
  const { sure, possible, configs, failures } = await askEach(request, dialects, contents);
  if (sure !== null) return sure;
  if (failures.length > 0) throw failures[0];
  const other = await findGenerator({ ...contents, root, config: configs.join('\n') });
  if (other !== null) throw otherGenerator(location, other, dialects);
  const [first] = possible;
  if (first !== undefined) return first;
  const markdown = await findMarkdown(root);
  throw markdown === null ? noPosts(location, dialects) : plainFolder(location, markdown, dialects);
};

/** What the dialects recognised, as far as they were asked. */
interface Answers {
  readonly sure: OpenedSite | null;
  readonly possible: readonly OpenedSite[];
  /** The texts of the configurations that were read. */
  readonly configs: readonly string[];
  /** Why it could not be opened as an archive of a dialect: the configuration may be another generator's. */
  readonly failures: readonly ArchiveError[];
}

/** Asks the dialects one after the other, until one is sure. */
const askEach = async (
  request: Request,
  dialects: readonly Dialect[],
  contents: RootContents
): Promise<Answers> => {
  const possible: OpenedSite[] = [];
  const configs: string[] = [];
  const failures: ArchiveError[] = [];
  for (const dialect of dialects) {
    try {
      const opened = await openSite(request, dialect);
      const { config, files, site } = opened;
      const recognition = site.recognise({ ...contents, config, files: files.paths() });
      if (recognition === 'surely') return { sure: opened, possible, configs, failures };
      if (recognition === 'maybe') possible.push(opened);
      configs.push(...config.map(({ text }) => text));
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      failures.push(error);
    }
  }
  return { sure: null, possible, configs, failures };
};
