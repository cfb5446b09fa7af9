import { parseConfig } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/config/config';
import { jekyllReader } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/read-entry';
import { UTC } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/time/zone';

/** Seconds since the epoch: what is dated later is not shown yet. */
const NOW = 1_700_000_000;

/** Reads files of an archive that has no configuration. */
export const readEntry = jekyllReader({
  config: parseConfig(''),
  zone: UTC,
  extraFolders: [],
  zonelessDates: 'as-generator',
  nestedCategories: false,
  now: NOW,
});
