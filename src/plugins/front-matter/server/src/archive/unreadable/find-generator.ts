import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { RootContents } from '../scan-root';

/** A generator whose archives cannot be read yet, and the sign by which it was recognised. */
export interface OtherGenerator {
  readonly name: string;
  readonly mark: string;
}

interface Site extends RootContents {
  /** Absolute. */
  readonly root: string;
  /** The text of its `_config.yml`; empty for none. */
  readonly config: string;
}

/** Keys of a Hexo configuration that no other generator has. */
const HEXO_KEY =
  /^(?:source_dir|public_dir|new_post_name|skip_render|post_asset_folder|render_drafts)[ \t]*:/m;

const SCRIPT = /\.(?:[cm]?[jt]s)$/;

/**
 * Recognises, by its files, an archive of a generator that cannot be read; null where there is no sign of
 * one. A generator that becomes a dialect is removed from here.
 */
export const findGenerator = async (site: Site): Promise<OtherGenerator | null> => {
  for (const [name, findSign] of GENERATORS) {
    const mark = await findSign(site);
    if (mark !== null) return { name, mark };
  }
  return null;
};

type FindSign = (site: Site) => Promise<string | null> | string | null;

const byPackage =
  (name: string): FindSign =>
  ({ packages }) =>
    packages.has(name) ? `"${name}" in package.json` : null;

const byScript =
  (base: string): FindSign =>
  ({ names }) =>
    [...names].find((name) => SCRIPT.test(name) && name.replace(SCRIPT, '') === base) ?? null;

const hexo: FindSign = async ({ root, names, config }) => {
  const key = HEXO_KEY.exec(config)?.[0].replace(/[ \t]*:$/, '');
  if (key !== undefined) return `"${key}" in _config.yml`;
  if (/^source[ \t]*:/m.test(config) || !(await isFolder(root, 'source/_posts'))) return null;
  if (names.has('scaffolds')) return 'scaffolds beside source/_posts';
  const posts = await readdir(path.join(root, 'source/_posts'));
  const isDated = posts.some((name) => /^\d{2,4}-\d{1,2}-\d{1,2}-/.test(name));
  return isDated ? null : 'posts without a date in their names in source/_posts';
};

const hugo: FindSign = async ({ root, names }) => {
  const own = [...names].find((name) => /^hugo\.(?:toml|ya?ml|json)$/.test(name));
  if (own !== undefined) return own;
  if (await isFolder(root, 'config/_default')) return 'config/_default';
  const config = [...names].find((name) => /^config\.(?:toml|ya?ml|json)$/.test(name));
  const beside = ['content', 'archetypes'].find((name) => names.has(name));
  return config === undefined || beside === undefined ? null : `${config} beside ${beside}`;
};

/** In the order in which they are looked for; a generator's own file goes before its package. */
const GENERATORS: readonly (readonly [string, FindSign])[] = [
  ['Hexo', hexo],
  ['Hugo', hugo],
  ['Eleventy', byScript('.eleventy')],
  ['Eleventy', byScript('eleventy.config')],
  ['Astro', byScript('astro.config')],
  ['Gatsby', byScript('gatsby-config')],
  ['Hexo', byPackage('hexo')],
  ['Eleventy', byPackage('@11ty/eleventy')],
  ['Astro', byPackage('astro')],
  ['Gatsby', byPackage('gatsby')],
];

const isFolder = async (root: string, folder: string): Promise<boolean> =>
  (await stat(path.join(root, folder)).catch(() => null))?.isDirectory() === true;
