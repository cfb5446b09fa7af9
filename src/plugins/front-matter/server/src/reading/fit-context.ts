import type { Archive } from '../archive/archive';
import { sourceChecker } from './check-source';
import { type FitContext, mappingOf } from './fit-file';
import type { ReadingSetup } from './protocol';
import { trailerReader } from './trailer-reader';

/** What fitting files takes, by what a thread is told. */
export const fitContextOf = (
  archive: Archive,
  setup: Pick<ReadingSetup, 'layout' | 'locales' | 'sourceRules' | 'sourceAttributes' | 'now'>
): FitContext => ({
  archive,
  layout: setup.layout,
  mapping: mappingOf(setup.layout),
  readTrailer: trailerReader(setup.layout, setup.sourceRules, archive.settings.trailers),
  checkSource: sourceChecker(setup.sourceAttributes, setup.sourceRules),
  locales: setup.locales,
  now: setup.now,
});
