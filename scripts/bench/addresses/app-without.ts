import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../site/boot';

interface Schema {
  attributes: Record<string, { type: string; customField?: string }>;
}

/** Lays out this very app once more, but for one plugin: its custom fields become plain strings. */
export const layAppWithout = async (plugin: string, folder: string): Promise<void> => {
  const inner = (...parts: readonly string[]): string => path.join(folder, ...parts);
  await mkdir(inner('public', 'uploads'), { recursive: true });
  const described = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const { [`strapi-plugin-${plugin}`]: _, ...dependencies } = described.dependencies;
  await writeFile(inner('package.json'), JSON.stringify({ ...described, dependencies }));
  await symlink(path.join(root, 'node_modules'), inner('node_modules'), 'dir');
  for (const part of ['config', 'src']) {
    await cp(path.join(root, 'dist', part), inner('dist', part), { recursive: true });
  }
  const apis = inner('dist', 'src', 'api');
  for (const type of await readdir(apis)) {
    const file = path.join(apis, type, 'content-types', type, 'schema.json');
    const schema = JSON.parse(await readFile(file, 'utf8')) as Schema;
    for (const [name, { customField }] of Object.entries(schema.attributes)) {
      if (customField?.startsWith(`plugin::${plugin}.`))
        schema.attributes[name] = { type: 'string' };
    }
    await writeFile(file, JSON.stringify(schema));
  }
};
