import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { COMMANDS, makeTypeScriptApp, type TypeScriptApp } from './typescript-app';

/** A file that makes SQLite's driver one that was compiled for another Node. */
const OTHER_NODE = `const load = process.dlopen;
process.dlopen = (module, file, ...more) => {
  if (!file.includes('better_sqlite3')) return load.call(process, module, file, ...more);
  throw Object.assign(new Error("The module '" + file + "'\\nwas compiled against a different Node.js version using\\nNODE_MODULE_VERSION 1."), { code: 'ERR_DLOPEN_FAILED' });
};
`;

describe('the commands in an application in TypeScript', () => {
  let app: TypeScriptApp;

  beforeAll(async () => {
    app = await makeTypeScriptApp();
  });
  afterAll(() => app.remove());

  it('compile it where it never was, on an empty database', async () => {
    const { code, out, err } = await app.run('front-matter', ['runs']);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: 'There are no runs yet.\n' });
    expect(existsSync(path.join(app.home, 'dist/config/server.js'))).toBe(true);
  });

  it.each(COMMANDS)('work with what is compiled: %s %s', async (plugin, word) => {
    const { code, err } = await app.run(plugin, [word]);
    expect(err.replace('There are no runs yet.\n', '')).toBe('');
    expect(code).toBe(0);
  });

  it.each(COMMANDS)('work in a folder below it: %s %s', async (plugin, word) => {
    await mkdir(path.join(app.home, 'src/some/folder'), { recursive: true });
    const cwd = path.join(app.home, 'src/some/folder');
    expect(await app.run(plugin, [word], { cwd })).toMatchObject({ code: 0 });
    expect(existsSync(path.join(cwd, 'data.db'))).toBe(false);
  });

  it('write reports where they were called', async () => {
    const cwd = path.join(app.home, 'src');
    await app.run('source-links', ['rebuild', '--report', 'report.jsonl'], { cwd });
    expect(await readFile(path.join(cwd, 'report.jsonl'), 'utf8')).toContain('"finished":true');
  });

  it.each(COMMANDS)('name a source that is newer, and go on: %s %s', async (plugin, word) => {
    const text = 'export default { rest: { defaultLimit: 26 } };\n';
    await app.write('config/api.ts', text);
    const { code, err } = await app.run(plugin, [word]);
    expect(err).toContain(
      'config/api.ts is newer than what was compiled of it, which is what this command runs. Run "npm run build" to have it compiled.\n'
    );
    expect(code).toBe(0);
  });

  it('say nothing of a source whose time alone is newer', async () => {
    await app.write('config/api.ts', 'export default { rest: { defaultLimit: 25 as number } };\n');
    const later = new Date(Date.now() + 60_000);
    await utimes(path.join(app.home, 'src/index.ts'), later, later);
    expect((await app.run('front-matter', ['runs'])).err).toBe('There are no runs yet.\n');
  });

  it.each(COMMANDS)('end with 1 where the plugin is switched off: %s %s', async (plugin, word) => {
    const file = path.join(app.home, 'dist/config/plugins.js');
    const before = await readFile(file, 'utf8');
    await app.write(
      'dist/config/plugins.js',
      `module.exports = { '${plugin}': { enabled: false } };`
    );
    const { code, out, err } = await app.run(plugin, [word]);
    await app.write('dist/config/plugins.js', before);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /^The plugin "[a-z-]+" is switched off in .+ to true in config\/plugins.+\n$/u
    );
  });

  it.each(COMMANDS)('end with 1 where it is not installed: %s %s', async (plugin, word) => {
    const before = await readFile(path.join(app.home, 'package.json'), 'utf8');
    await app.write('package.json', before.replace(`"strapi-plugin-${plugin}":"*"`, '"react":"*"'));
    const { code, err } = await app.run(plugin, [word]);
    await app.write('package.json', before);
    expect(err).toMatch(
      new RegExp(`^The application .+ "npm install strapi-plugin-${plugin}" there.\n$`, 'u')
    );
    expect(code).toBe(1);
  });

  it.each(COMMANDS)('end with 1 after a change of Node: %s %s', async (plugin, word) => {
    await app.write('other-node.cjs', OTHER_NODE);
    const env = { NODE_OPTIONS: `--require ${path.join(app.home, 'other-node.cjs')}` };
    const { code, err } = await app.run(plugin, [word], { env });
    expect(err).toMatch(
      /^better-sqlite3 was compiled for another Node .+ "npm rebuild better-sqlite3".+\n$/u
    );
    expect(code).toBe(1);
  });

  it.each(COMMANDS)('end with 1 where the database is not there: %s %s', async (plugin, word) => {
    const file = path.join(app.home, 'dist/config/database.js');
    const before = await readFile(file, 'utf8');
    const connection = { client: 'postgres', connection: { host: '127.0.0.1', port: 1 } };
    await app.write(
      'dist/config/database.js',
      `module.exports = ${JSON.stringify({ connection })};`
    );
    const { code, out, err } = await app.run(plugin, [word]);
    await app.write('dist/config/database.js', before);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      'The database at 127.0.0.1:1 does not answer (ECONNREFUSED). Start it, or correct config/database, or what it reads from the environment and .env.\n'
    );
  });
});

describe('the commands anywhere else', () => {
  let app: TypeScriptApp;
  let cwd: string;

  beforeAll(async () => {
    app = await makeTypeScriptApp();
    cwd = await mkdtemp(path.join(tmpdir(), 'nowhere-'));
  });
  afterAll(async () => {
    await app.remove();
    await rm(cwd, { recursive: true });
  });

  it.each(COMMANDS)('end with 2, and say so: %s %s', async (plugin, word) => {
    const { code, out, err } = await app.run(plugin, [word], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /^\/.+ is in no Strapi application: .+ Run the command in the folder of your application\.\n$/u
    );
  });

  it.each(COMMANDS)('tell their version and help: %s', async (plugin, word) => {
    const version = await app.run(plugin, ['--version'], { cwd });
    expect(version).toMatchObject({ code: 0, out: `strapi-plugin-${plugin} 0.1.0\n`, err: '' });
    for (const words of [['--help'], [word, '--help'], ['help', word]]) {
      const { code, out } = await app.run(plugin, words, { cwd });
      expect(code).toBe(0);
      expect(out).toContain(`Usage: strapi-${plugin} `);
    }
  });

  it.each(COMMANDS)('say which word was meant: %s', async (plugin, word) => {
    const { code, err } = await app.run(plugin, [`${word}x`], { cwd });
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining(`Did you mean ${word}?`),
    });
  });
});
