import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../harness/boot';

/** The commands of the plugins, each with words that look at a database and change nothing. */
export const COMMANDS = [
  ['front-matter', 'runs'],
  ['permalinks', 'check'],
  ['source-links', 'rebuild'],
  ['delivery', 'check'],
] as const;

type Plugin = (typeof COMMANDS)[number][0];

/** How a command ended, and what it said. */
interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

const CONFIG = {
  admin: `export default { auth: { secret: 's' }, apiToken: { salt: 's' }, transfer: { token: { salt: 's' } } };\n`,
  api: `export default { rest: { defaultLimit: 25 as number } };\n`,
  server: `export default { host: '127.0.0.1', port: 0, app: { keys: ['a'] } };\n`,
  database: `import path from 'node:path';
export default ({ env }: { env: (name: string, other: string) => string }) => ({
  connection: {
    client: 'sqlite',
    connection: { filename: path.resolve(env('WHERE', 'data.db')) },
    useNullAsDefault: true,
  },
});\n`,
  plugins: `export default {
  permalinks: { config: { contentTypes: {} } },
  delivery: { config: { contentTypes: {} } },
  'source-links': { config: { contentTypes: {} } },
  'front-matter': {
    config: { contentType: 'api::post.post', categories: false, tags: false, attributes: ${JSON.stringify(
      Object.fromEntries(
        [
          'date',
          'excerpt',
          'sourceCode',
          'sourceKey',
          'sourceUrl',
          'sourceName',
          'frontMatter',
        ].map((name) => [name, false])
      )
    )} },
  },
};\n`,
};

const POST = {
  kind: 'collectionType',
  collectionName: 'posts',
  info: { singularName: 'post', pluralName: 'posts', displayName: 'Post' },
  options: { draftAndPublish: true },
  attributes: {
    title: { type: 'string' },
    slug: { type: 'string' },
    body: { type: 'richtext' },
  },
};

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    module: 'CommonJS',
    moduleResolution: 'Node',
    esModuleInterop: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    types: ['node'],
    rootDir: '.',
    outDir: 'dist',
  },
  include: ['src/**/*.ts', 'src/**/*.json', 'config/**/*.ts'],
};

export interface TypeScriptApp {
  readonly home: string;
  write(file: string, text: string): Promise<void>;
  /** Runs the command of a plugin as a shell would; in the application's folder, unless another is named. */
  run(
    plugin: Plugin,
    words: readonly string[],
    more?: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> }
  ): Promise<Ended>;
  remove(): Promise<void>;
}

/** Makes an application in TypeScript that was never compiled, with a database in a file of its own. */
export const makeTypeScriptApp = async (): Promise<TypeScriptApp> => {
  const home = await mkdtemp(path.join(tmpdir(), 'typescript-app-'));
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(home, file)), { recursive: true });
    await writeFile(path.join(home, file), text);
  };
  const dependencies = Object.fromEntries(
    [
      '@strapi/strapi',
      '@strapi/plugin-users-permissions',
      ...COMMANDS.map(([plugin]) => `strapi-plugin-${plugin}`),
    ].map((name) => [name, '*'])
  );
  await symlink(path.join(root, 'node_modules'), path.join(home, 'node_modules'));
  await write(
    'package.json',
    JSON.stringify({ name: 'typescript-app', private: true, dependencies })
  );
  await write('tsconfig.json', JSON.stringify(TSCONFIG));
  await write('.env', 'JWT_SECRET=for-tests-only\n');
  await write('public/uploads/.gitkeep', '');
  await write('database/migrations/.gitkeep', '');
  await write('src/index.ts', 'export default { register() {}, bootstrap() {} };\n');
  await write('src/api/post/content-types/post/schema.json', JSON.stringify(POST));
  for (const [name, text] of Object.entries(CONFIG)) await write(`config/${name}.ts`, text);
  return {
    home,
    write,
    run: (plugin, words, { cwd = home, env = {} } = {}) =>
      new Promise((resolve, reject) => {
        const bin = path.join(root, 'src/plugins', plugin, 'bin', `strapi-${plugin}.js`);
        const { DATABASE_URL: _, ...inherited } = process.env;
        const child = spawn(process.execPath, [bin, ...words], {
          cwd,
          env: { ...inherited, ...env },
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        const said = { out: '', err: '' };
        child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
        child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
        child.on('error', reject);
        child.on('close', (code, signal) => resolve({ code, signal, ...said }));
      }),
    remove: () => rm(home, { recursive: true, force: true }),
  };
};
