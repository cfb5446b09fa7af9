import type { Dialect } from '../dialect';
import { assertEncoding } from './config/assert-encoding';
import { parseConfigs } from './config/config';
import { looksLikePost } from './files/looks-like-post';
import { generatorPath } from './files/place';
import { selectFiles } from './files/select-files';
import { jekyllReader } from './read-entry';
import { recogniseJekyll } from './recognise';
import { chooseZone } from './time/choose-zone';

const OWN_KEYS = new Set([
  ...['layout', 'permalink', 'published', 'draft', 'lang', 'locale'],
  ...['excerpt_separator', 'redirect_from', 'redirect_to'],
]);

/** Jekyll 4.3, as upstream has it. */
export const jekyll: Dialect = {
  name: 'jekyll',
  title: 'Jekyll',
  version: 2,
  postFolders: ['_posts', '_drafts'],
  ownKeys: OWN_KEYS,
  configuration: {
    // A `_config.toml` takes a gem that Jekyll does not bring.
    names: ['_config.yml', '_config.yaml'],
    format: 'YAML',
    pattern: /\.ya?ml$/i,
  },
  configure(files, rules) {
    const config = parseConfigs(files);
    assertEncoding(config.encoding);
    const { extraFolders, timezone, machineZone } = rules;
    const { zone, issues } = chooseZone(config.timezone, timezone, machineZone);
    return {
      source: config.source === '' ? null : { folder: config.source, key: 'source' },
      timezone: zone.name,
      issues,
      selection: selectFiles(config, extraFolders),
      looksLikePost: looksLikePost(config),
      recognise: (signs) => recogniseJekyll(config, signs),
      readEntry: jekyllReader({ ...rules, config, zone }),
      generatorPath: (path) => generatorPath(path, config),
    };
  },
};
