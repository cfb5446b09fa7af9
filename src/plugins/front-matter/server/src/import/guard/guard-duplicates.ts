import type { Core } from '@strapi/strapi';

import { findRecorded } from '../../ledger/records/find-recorded';
import { findBySlug, hasDocuments } from '../../site/terms/find-by-slug';
import type { Target } from '../../site/target';
import { openReader } from '../../reading/file-reader';
import type { ReadingSetup } from '../../reading/protocol';
import { UsageError } from '../../run/usage-error';

/** Most of an archive's posts are there, and the ledger knows nothing of them. */
class DuplicatesError extends UsageError {
  constructor(archive: string, there: readonly string[], looked: number) {
    const examples = there.slice(0, 3).map((slug) => `"${slug}"`);
    super(
      `Of the first ${looked} posts of the archive "${archive}", ${there.length} are there already by their slugs (${examples.join(', ')}), ` +
        'and the ledger, which remembers what was imported, knows none of them. Nothing was imported: it would be a second copy of each.\n' +
        'If they were imported before, the tables of the ledger (front_matter_*) are lost: Strapi drops them when it starts without this plugin, ' +
        'unless "settings.forceMigration" is false in config/database. Restore these tables from a backup, or delete the posts and import them anew.\n' +
        'If they are other posts, or a second copy is wanted, say so with "--allow-duplicates".'
    );
    this.name = 'DuplicatesError';
  }
}

/** Most of an archive's posts are there, of an archive of another name. */
class OtherNameError extends UsageError {
  constructor(archive: string, known: string, there: number, looked: number) {
    super(
      `Of the first ${looked} posts of the archive "${archive}", ${there} are there already by their slugs: they were imported as the archive "${known}". ` +
        'Nothing was imported: it would be a second copy of each.\n' +
        `If this is a newer version of "${known}", import it under that name: "--archive ${known}", or on the Archives page "Upload a newer version" of that archive. ` +
        'If they are other posts, or a second copy is wanted, say so with "--allow-duplicates", or the option of the page.'
    );
    this.name = 'OtherNameError';
  }
}

/** How many posts of an archive are looked for. */
const ENOUGH = 50;
/** How many files are read to find them. */
const MOST = 1000;

/** The slugs of an archive's first posts, each once. */
const firstSlugs = async (reading: ReadingSetup): Promise<readonly string[]> => {
  const reader = openReader(reading);
  const slugs = new Set<string>();
  try {
    for (let seen = 0; slugs.size < ENOUGH && seen < MOST;) {
      const files = await reader.next();
      if (files.length === 0) break;
      seen += files.length;
      const take = await reader.read(files);
      for (const file of take()) {
        if (file.status === 'ready' && file.post.slug !== '') slugs.add(file.post.slug);
      }
    }
  } finally {
    await reader.close();
  }
  return [...slugs].slice(0, ENOUGH);
};

/** Sites have a post or two of some archive's slug by chance, but not most of its posts. */
const areMost = (there: number, looked: number): boolean => there > 1 && there * 2 > looked;

/** The archive that most of some posts are of; null where there is none. */
const mostlyOf = (archives: readonly string[], looked: number): string | null => {
  const counts = new Map<string, number>();
  for (const archive of archives) counts.set(archive, (counts.get(archive) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most !== undefined && areMost(most[1], looked) ? most[0] : null;
};

/**
 * Refuses to import most of an archive for a second time, because the ledger is gone or the archive has another name
 * now. To be asked where the ledger knows nothing of the archive.
 *
 * @param isNameMeant whether somebody has given it that name, though it may have had another
 * @throws DuplicatesError, OtherNameError
 */
export const guardDuplicates = async (
  strapi: Core.Strapi,
  target: Target,
  reading: ReadingSetup,
  isNameMeant: boolean
): Promise<void> => {
  const slug = target.fields.get('slug')?.name;
  if (slug === undefined || !(await hasDocuments(strapi, target))) return;
  const slugs = await firstSlugs(reading);
  const isTranslated = reading.locales.locales !== null;
  const where = { uid: target.uid, locale: isTranslated ? null : target.locale };
  const found = await findBySlug(strapi, where, slug, slugs);
  const there = slugs.filter((each) => found.has(each));
  if (!areMost(there.length, slugs.length)) return;
  const recorded = await findRecorded(strapi, target.uid, [...found.values()]);
  const unknown = there.filter((each) => !recorded.has(found.get(each) ?? ''));
  if (areMost(unknown.length, slugs.length)) {
    throw new DuplicatesError(reading.archive, unknown, slugs.length);
  }
  const known = isNameMeant ? null : mostlyOf([...recorded.values()], slugs.length);
  if (known !== null) throw new OtherNameError(reading.archive, known, there.length, slugs.length);
};
