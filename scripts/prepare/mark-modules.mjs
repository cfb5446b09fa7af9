// Makes what TypeScript compiled for a bundler a folder of modules that anybody can load: the package around
// it is CommonJS, and a module names the files that it imports in full. The same, compiled as CommonJS, gets the
// same declarations.
//
//   node scripts/prepare/mark-modules.mjs FOLDER COMMONJS-FOLDER
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [, , folder = '', commonjs = ''] = process.argv;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(?:js|d\.ts)$/.test(file)
);
for (const name of files) {
  const file = path.join(folder, name);
  const text = readFileSync(file, 'utf8');
  const named = text.replace(
    /((?:from|import\(|import) ?)(["'])(\.[^"']*)\2/g,
    (all, start, mark, to) =>
      existsSync(path.join(path.dirname(file), `${to}.js`)) ||
      existsSync(path.join(path.dirname(file), `${to}.d.ts`))
        ? `${start}${mark}${to}.js${mark}`
        : all
  );
  if (named !== text) writeFileSync(file, named);
  if (name.endsWith('.d.ts')) copyFileSync(file, path.join(commonjs, name));
}
writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
