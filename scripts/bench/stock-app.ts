import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../site/boot';

const TYPES = ['post', 'category', 'tag'];

interface Index {
  readonly name: string;
  readonly columns: readonly string[];
}

interface Schema {
  readonly attributes: Readonly<Record<string, { type: string; customField?: string }>>;
  readonly indexes?: readonly Index[];
}

/** Custom fields are this project's own: a stock app has the type that each of them is kept as. */
const KEPT_AS = new Map([['plugin::newsroom.body', 'richtext']]);

const keptAs = (customField: string | undefined): string =>
  KEPT_AS.get(customField ?? '') ?? 'string';

const withoutCustomFields = (schema: Schema): Schema => ({
  ...schema,
  attributes: Object.fromEntries(
    Object.entries(schema.attributes).map(([name, attribute]) => [
      name,
      attribute.type === 'customField' ? { type: keptAs(attribute.customField) } : attribute,
    ])
  ),
});

/** What serves a type on REST, as Strapi's own generator writes it. */
const FACTORIES = {
  controllers: 'createCoreController',
  routes: 'createCoreRouter',
  services: 'createCoreService',
};

const layApi = async (folder: string, type: string): Promise<void> => {
  for (const [kind, factory] of Object.entries(FACTORIES)) {
    const file = path.join(folder, kind, `${type}.js`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(
      file,
      `module.exports = require('@strapi/strapi').factories.${factory}('api::${type}.${type}');\n`
    );
  }
};

/**
 * Lays out an app without this project's plugins, with the same columns and relations.
 *
 * @param indexes of posts, beside those that Strapi makes itself; without them the types keep what
 *   this project declares
 */
export const layStockApp = async (folder: string, indexes?: readonly Index[]): Promise<void> => {
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
      dependencies: {
        '@strapi/strapi': version,
        '@strapi/plugin-graphql': version,
        '@strapi/plugin-users-permissions': version,
      },
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
    const own = indexes === undefined ? {} : { indexes: type === 'post' ? indexes : [] };
    await mkdir(path.dirname(to), { recursive: true });
    await writeFile(to, JSON.stringify({ ...schema, ...own }));
    await layApi(inner('dist', 'src', 'api', type), type);
  }
};
