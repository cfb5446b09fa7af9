import type { Recognition, Signs } from '../dialect';
import type { JekyllConfig } from './config/config';
import { readDatedName } from './files/file-name';
import { generatorPath } from './files/place';

/** Dated posts in the site's own `_posts` are a sure sign; other posts and a configuration are a weak one. */
export const recogniseJekyll = (
  config: JekyllConfig,
  { config: texts, files }: Signs
): Recognition => {
  const folder = config.source === '' ? '_posts/' : `${config.source}/_posts/`;
  let hasFiles = false;
  for (const file of files) {
    hasFiles = true;
    const known = generatorPath(file, config);
    const isOwn = known.startsWith(folder);
    if (isOwn && readDatedName(known.slice(folder.length)) !== null) return 'surely';
  }
  return hasFiles || texts.length > 0 ? 'maybe' : null;
};
