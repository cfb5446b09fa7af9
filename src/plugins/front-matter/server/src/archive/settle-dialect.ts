import type { Dialect } from '../core/dialects/dialect';
import { ArchiveError } from './archive';
import { type Around, lookAround } from './look-around';
import { noPosts } from './no-posts';
import { type OpenedSite, openSite, type Request } from './open-site';
import { findGenerator } from './unreadable/find-generator';
import { findMarkdown } from './unreadable/find-markdown';
import { otherGenerator, plainFolder } from './unreadable/refuse';

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
  const { sure, possible, configs, failures } = await askEach(request, dialects, around);
  if (sure !== null) return sure;
  if (failures.length > 0) throw failures[0];
  const other = await findGenerator({ ...around, root, config: configs.join('\n') });
  if (other !== null) throw otherGenerator(location, other, dialects);
  const [first] = possible;
  if (first !== undefined) return first;
  const markdown = await findMarkdown(root);
  throw markdown === null ? noPosts(location, dialects) : plainFolder(location, markdown, dialects);
}

/** What the dialects say of an archive, as far as they were asked. */
interface Answers {
  readonly sure: OpenedSite | null;
  readonly possible: readonly OpenedSite[];
  /** The texts of the configurations that were read. */
  readonly configs: readonly string[];
  /** Why it could not be opened as a dialect's: what cannot be used may be another generator's. */
  readonly failures: readonly ArchiveError[];
}

/** Asks one after the other, until one is sure. */
async function askEach(
  request: Request,
  dialects: readonly Dialect[],
  around: Around
): Promise<Answers> {
  const possible: OpenedSite[] = [];
  const configs: string[] = [];
  const failures: ArchiveError[] = [];
  for (const dialect of dialects) {
    try {
      const opened = await openSite(request, dialect);
      const { config, files, site } = opened;
      const recognition = site.recognise({ ...around, config, files: files.paths() });
      if (recognition === 'surely') return { sure: opened, possible, configs, failures };
      if (recognition === 'maybe') possible.push(opened);
      configs.push(...config.map(({ text }) => text));
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      failures.push(error);
    }
  }
  return { sure: null, possible, configs, failures };
}
