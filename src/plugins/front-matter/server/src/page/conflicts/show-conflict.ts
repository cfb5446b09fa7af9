import type { Core } from '@strapi/strapi';

import { parseSettings } from '../../config/parse-settings';
import { AUTO } from '../../core/dialects/list';
import type { Issue } from '../../core/issue';
import { type FileLook, lookAtFile } from '../../import/look/look-at-file';
import { conflictRecords } from '../../ledger/records/find-conflicts';
import type { StoredRecord } from '../../ledger/records/record';
import { runs } from '../../ledger/runs';
import type { Conflict } from '../../panel/conflict-contract';
import type { ArchiveRow } from '../archives/archives';
import { openOptionsOf } from '../task-options';
import { describeConflicts } from './list-conflicts';
import { showFields } from './show-fields';

type Shown = Pick<Conflict, 'checksum' | 'obstacle' | 'issues' | 'details'>;

/** The dialect that an archive is read by: as its settings on the page say, else as its last run found. */
const dialectOf = async (
  strapi: Core.Strapi,
  { options }: ArchiveRow,
  { run }: StoredRecord
): Promise<string> => {
  if (options.dialect !== AUTO) return options.dialect;
  const last = await runs(strapi).find(run);
  return String(last?.options['dialect'] ?? AUTO);
};

const nothing = (obstacle: Conflict['obstacle'], issues: readonly Issue[] = []): Shown => ({
  checksum: null,
  obstacle,
  issues,
  details: [],
});

const show = async (
  strapi: Core.Strapi,
  look: FileLook | null,
  dialect: string
): Promise<Shown> => {
  if (look === null) return nothing('no-file');
  const { planned, target } = look;
  const { issues } = planned.file;
  switch (planned.action) {
    case 'revise':
      return {
        checksum: planned.file.checksum,
        obstacle: null,
        issues,
        details: await showFields(strapi, target, planned, dialect),
      };
    case 'quarantine':
    case 'skip':
      return nothing('unreadable', issues);
    case 'elsewhere':
      return nothing('elsewhere', issues);
    default:
      return nothing('deleted', issues);
  }
};

/**
 * A conflict of an archive: the file is read again, as an import would, and compared with the site as it is now.
 *
 * @returns null for what is no conflict of the archive's any more
 * @throws ArchiveError, UsageError, ConfigurationError where the archive cannot be read as an import would
 */
export const showConflict = async (
  strapi: Core.Strapi,
  archive: ArchiveRow & { readonly root: string },
  id: number
): Promise<Conflict | null> => {
  const ledger = conflictRecords(strapi, archive.name);
  const record = await ledger.find(id);
  if (record === null) return null;
  const [listed] = await describeConflicts(strapi, [record]);
  if (listed === undefined) return null;
  const settings = parseSettings(strapi.config.get('plugin::front-matter'));
  const dialect = await dialectOf(strapi, archive, record);
  const look = await lookAtFile(strapi, settings, {
    root: archive.root,
    archive: archive.name,
    reading: openOptionsOf(archive.options, archive.settings),
    dialect,
    locale: archive.options.locale,
    path: record.path,
  });
  const { rows } = await ledger.page(id, 1);
  return { ...listed, ...(await show(strapi, look, dialect)), next: rows[0]?.id ?? null };
};
