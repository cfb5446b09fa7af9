import type { Core } from '@strapi/strapi';

import type { Decisions } from '../../core/plan/decide-conflicts';
import type { Renames } from '../../core/plan/decide-renames';
import type { Records } from '../../ledger/records/records';
import type { Schedule } from '../../site/schedule';
import type { Target } from '../../site/target';
import type { Presence } from '../guard/guard-import';
import type { SeenKeys } from '../keys/seen-keys';
import type { ForeseenTranslations } from './foreseen-translations';

/** What deciding about files works with. */
export interface Planner {
  readonly strapi: Core.Strapi;
  readonly target: Target;
  readonly records: Records;
  readonly archive: string;
  readonly onConflict: 'keep' | 'overwrite';
  /** What somebody has decided about conflicts; null for nothing. */
  readonly decisions: Decisions | null;
  /** True while the archive has a file at this path. */
  readonly exists: (path: string) => boolean;
  /** What the ledger knew of the archive when the import began. */
  readonly presence: Presence;
  /** Keys of records whose documents moved to another file earlier in this run. */
  readonly moved: Pick<SeenKeys, 'has'>;
  /** Whether posts are told apart by their language, so that each goes to its own locale. */
  readonly isTranslated: boolean;
  /** What a dry run would have made; null for a real one. */
  readonly foreseen: ForeseenTranslations | null;
  /** What publishes documents at a time; null where nothing does. */
  readonly schedule: Schedule | null;
  /** Whether posts that are dated in the future are scheduled. */
  readonly schedulesFuture: boolean;
  /** Files that were renamed and edited, by the keys of the new ones. */
  readonly renames: Renames;
}
