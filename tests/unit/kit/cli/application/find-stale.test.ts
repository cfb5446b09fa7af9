import { mkdtempSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { findStale } from '../../../../../src/kit/src/cli/application/compiled/find-stale';

const root = path.join(__dirname, '..', '..', '..', '..', '..');

/** Moments of one story, in seconds since 1970. */
const [WRITTEN, BUILT, LATER, MUCH_LATER] = [1_000_000, 1_000_100, 1_000_200, 1_000_300];

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    module: 'CommonJS',
    resolveJsonModule: true,
    outDir: 'dist',
    rootDir: '.',
  },
  include: ['./', './**/*.json'],
  exclude: ['node_modules', 'dist', 'src/admin', '**/*.test.ts'],
};

describe('what was compiled of an application', () => {
  let home: string;

  const write = (file: string, text: string, at: number): void => {
    const place = path.join(home, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    utimesSync(place, at, at);
  };
  const build = (file: string, text: string): void => {
    write(file, text, WRITTEN);
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
    });
    write(path.join('dist', file.replace(/ts$/u, 'js')), outputText, BUILT);
  };
  const stale = () => findStale(home, path.join(home, 'dist'));

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'compiled-'));
    write('package.json', '{}', WRITTEN);
    write('tsconfig.json', JSON.stringify(TSCONFIG), WRITTEN);
    symlinkSync(path.join(root, 'node_modules'), path.join(home, 'node_modules'));
    build('config/server.ts', 'export default { port: 1337 as number };\n');
    build('src/index.ts', "import type { Core } from '@strapi/strapi';\nexport default {};\n");
    write('src/api/a/schema.json', '{ "kind": "collectionType" }', WRITTEN);
    write('dist/src/api/a/schema.json', '{"kind":"collectionType"}', BUILT);
  });
  afterEach(() => rmSync(home, { recursive: true }));

  it('is as its sources are', () => expect(stale()).toBeNull());

  it.each([
    ['a source', 'config/server.ts', 'export default { port: 1338 as number };\n'],
    ['a content type', 'src/api/a/schema.json', '{ "kind": "singleType" }'],
    ['a source that was not there', 'src/api/b/routes.ts', 'export default [];\n'],
    ['a type that is broken', 'src/api/a/schema.json', '{ "kind": '],
  ])('is older than %s that was changed', (_, file, text) => {
    write(file, text, LATER);
    expect(stale()).toBe(file);
  });

  it('is named by the newest source', () => {
    write('config/server.ts', 'export default {};\n', LATER);
    write('src/index.ts', 'export default { register() {} };\n', MUCH_LATER);
    expect(stale()).toBe('src/index.ts');
  });

  it('is as its sources are when these have been checked out or copied anew', () => {
    for (const file of ['config/server.ts', 'src/index.ts', 'src/api/a/schema.json']) {
      utimesSync(path.join(home, file), LATER, LATER);
    }
    expect(stale()).toBeNull();
  });

  it.each(['src/admin/app.ts', 'src/api/a/a.test.ts', 'node_modules.ts', 'package.json'])(
    'has nothing to do with %s',
    (file) => {
      write(file, 'export default 1;\n', LATER);
      expect(stale()).toBeNull();
    }
  );

  it('is not looked at where there is no compiler, but for its time', () => {
    rmSync(path.join(home, 'node_modules'));
    expect(stale()).toBeNull();
    utimesSync(path.join(home, 'src/index.ts'), LATER, LATER);
    expect(stale()).toBe('src/index.ts');
  });

  it('is none in an application in JavaScript', () => {
    rmSync(path.join(home, 'tsconfig.json'));
    write('config/server.ts', '', LATER);
    expect(stale()).toBeNull();
  });
});
