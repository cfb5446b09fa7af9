import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './boot';

const TYPES = ['post', 'category', 'tag'];

/** Custom fields are this project's own; in a stock app their columns are plain strings. */
const withoutCustomFields = (schema: {
  attributes: Record<string, { type: string; customField?: string }>;
}) => ({
  ...schema,
  attributes: Object.fromEntries(
    Object.entries(schema.attributes).map(([name, attribute]) => [
      name,
      attribute.type === 'customField' ? { type: 'string' } : attribute,
    ])
  ),
});

/** Lays out an app without this project's plugins, with the same columns and relations. */
export const layStockApp = async (folder: string): Promise<void> => {
  const inner = (...parts: readonly string[]): string => path.join(folder, ...parts);
  await mkdir(inner('public', 'uploads'), { recursive: true });
  await mkdir(inner('dist', 'src'), { recursive: true });
  await mkdir(inner('src'), { recursive: true });
  const { version } = JSON.parse(
    await readFile(require.resolve('@strapi/strapi/package.json'), 'utf8')
  ) as { version: string };
  await writeFile(
    inner('package.json'),
    JSON.stringify({
      name: 'stock',
      version: '1.0.0',
      dependencies: { '@strapi/strapi': version, '@strapi/plugin-users-permissions': version },
    })
  );
  await cp(path.join(root, 'dist', 'config'), inner('dist', 'config'), { recursive: true });
  await rm(inner('dist', 'config', 'plugins.js'));
  await rm(inner('dist', 'config', 'middlewares.js'));
  // What the configuration of the database asks.
  const driver = ['dist', 'src', 'boot', 'check-driver.js'];
  await cp(path.join(root, ...driver), inner(...driver));
  await symlink(path.join(root, 'node_modules'), inner('node_modules'), 'dir');
  for (const type of TYPES) {
    const from = path.join(root, 'src', 'api', type, 'content-types', type, 'schema.json');
    const to = inner('dist', 'src', 'api', type, 'content-types', type, 'schema.json');
    const schema = withoutCustomFields(JSON.parse(await readFile(from, 'utf8')));
    await mkdir(path.dirname(to), { recursive: true });
    await writeFile(to, JSON.stringify(schema));
  }
};
