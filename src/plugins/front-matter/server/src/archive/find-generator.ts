import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { readSmallFile } from './read-small-file';

/** A generator whose archives cannot be read, and the files by which one was recognised. */
export interface OtherGenerator {
  readonly name: string;
  readonly mark: string;
}

/** What is looked at: the names in the archive's root, its packages, the text of its `_config.yml`. */
interface Site {
  readonly root: string;
  readonly names: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
  readonly config: string;
}

/** Keys of a Hexo configuration that no Jekyll site has. */
const HEXO_KEY =
  /^(?:source_dir|public_dir|new_post_name|skip_render|post_asset_folder|render_drafts)[ \t]*:/m;

const SCRIPT = /\.(?:[cm]?[jt]s)$/;

/**
 * Recognises an archive of a generator other than Jekyll by its files; null where there is no sign
 * of one.
 *
 * @param root absolute
 * @param config the text of its `_config.yml`, empty for none
 */
export async function findGenerator(root: string, config: string): Promise<OtherGenerator | null> {
  const site: Site = {
    root,
    names: new Set(await readdir(root)),
    packages: await packagesOf(root),
    config,
  };
  for (const [name, look] of GENERATORS) {
    const mark = await look(site);
    if (mark !== null) return { name, mark };
  }
  return null;
}

type Look = (site: Site) => Promise<string | null> | string | null;

const byPackage =
  (name: string): Look =>
  ({ packages }) =>
    packages.has(name) ? `"${name}" in package.json` : null;

const byScript =
  (base: string): Look =>
  ({ names }) =>
    [...names].find((name) => SCRIPT.test(name) && name.replace(SCRIPT, '') === base) ?? null;

const hexo: Look = async ({ root, names, config }) => {
  const key = HEXO_KEY.exec(config)?.[0].replace(/[ \t]*:$/, '');
  if (key !== undefined) return `"${key}" in _config.yml`;
  if (/^source[ \t]*:/m.test(config) || !(await isFolder(root, 'source/_posts'))) return null;
  if (names.has('scaffolds')) return 'scaffolds beside source/_posts';
  const posts = await readdir(path.join(root, 'source/_posts'));
  const isDated = posts.some((name) => /^\d{2,4}-\d{1,2}-\d{1,2}-/.test(name));
  return isDated ? null : 'posts without a date in their names in source/_posts';
};

const hugo: Look = async ({ root, names }) => {
  const own = [...names].find((name) => /^hugo\.(?:toml|ya?ml|json)$/.test(name));
  if (own !== undefined) return own;
  if (await isFolder(root, 'config/_default')) return 'config/_default';
  const config = [...names].find((name) => /^config\.(?:toml|ya?ml|json)$/.test(name));
  const beside = ['content', 'archetypes'].find((name) => names.has(name));
  return config === undefined || beside === undefined ? null : `${config} beside ${beside}`;
};

/** In the order in which they are looked for; a generator's own file counts before its package. */
const GENERATORS: readonly (readonly [string, Look])[] = [
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

async function isFolder(root: string, folder: string): Promise<boolean> {
  return (await stat(path.join(root, folder)).catch(() => null))?.isDirectory() === true;
}

/** One that cannot be read says nothing of the generator. */
async function packagesOf(root: string): Promise<ReadonlySet<string>> {
  const file = path.join(root, 'package.json');
  const text = await readSmallFile(file, root, 'ARCHIVE_NOT_FOUND').catch(() => null);
  const manifest = jsonOf(text ?? '');
  return new Set(
    ['dependencies', 'devDependencies'].flatMap((key) =>
      Object.keys(recordOf(recordOf(manifest)[key]))
    )
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** How deep and how far Markdown is looked for where nothing else is found. */
const MAX_DEPTH = 4;
const MAX_FOLDERS = 500;

/** A Markdown file of a folder that is of no generator; null where there is none. */
export async function findMarkdown(root: string): Promise<string | null> {
  const open = [{ folder: '', depth: 0 }];
  for (let looked = 0; looked < MAX_FOLDERS; looked += 1) {
    const next = open.shift();
    if (next === undefined) return null;
    const full = path.join(root, next.folder);
    const entries = await readdir(full, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const inner = path.posix.join(next.folder, entry.name);
      if (entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name)) return inner;
      if (
        entry.isDirectory() &&
        next.depth < MAX_DEPTH &&
        !/^(?:\.|node_modules$)/.test(entry.name)
      )
        open.push({ folder: inner, depth: next.depth + 1 });
    }
  }
  return null;
}
