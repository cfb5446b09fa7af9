import type { JekyllConfig } from '../config/config';
import { excluder } from './exclude';
import { extensionOf, readDatedName } from './file-name';
import { pathInSource } from './place';

type Settings = Pick<
  JekyllConfig,
  'include' | 'exclude' | 'source' | 'destination' | 'markdownExtensions'
>;

/**
 * Tells whether a file is named like a post, wherever it is. What Jekyll itself has written, and what the
 * configuration excludes, is none.
 */
export const looksLikePost = (config: Settings): ((file: string) => boolean) => {
  const isExcluded = excluder(config);
  const extensions = new Set(
    [...config.markdownExtensions, 'html', 'htm'].map((name) => `.${name.replace(/^\./, '')}`)
  );
  return (file) => {
    const path = pathInSource(file, config);
    if (path === null || isExcluded(path)) return false;
    if (config.destination !== null && file.startsWith(`${config.destination}/`)) return false;
    return extensions.has(extensionOf(file).toLowerCase()) && readDatedName(file) !== null;
  };
};
