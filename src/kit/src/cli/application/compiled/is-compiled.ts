import { readFileSync } from 'node:fs';
import path from 'node:path';
import type ts from 'typescript';
import type { TypeScript } from './load-typescript';

/** What the compiler makes of an application's `tsconfig.json`; null where it cannot be read. */
const parse = (compiler: TypeScript, appDir: string): ts.ParsedCommandLine | null =>
  compiler.getParsedCommandLineOfConfigFile(
    path.join(appDir, 'tsconfig.json'),
    {},
    { ...compiler.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }
  ) ?? null;

const readText = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** Where a source map is stands in the last line, and may be told in more than one way. */
const withoutMap = (code: string): string =>
  code.replace(/^\/\/# sourceMappingURL=.*$/gmu, '').trim();

const isSameJson = (source: string, output: string): boolean => {
  try {
    return JSON.stringify(JSON.parse(source)) === JSON.stringify(JSON.parse(output));
  } catch {
    return false;
  }
};

/**
 * Tells of files whether what lies compiled is what they are compiled to now, and of those that the project does not
 * compile that they are well.
 *
 * @param appDir the application's root
 * @returns null where its `tsconfig.json` cannot be read
 */
export const compiledCheckOf = (
  compiler: TypeScript,
  appDir: string
): ((file: string) => boolean) | null => {
  const project = parse(compiler, appDir);
  if (project === null) return null;
  const names = new Map(project.fileNames.map((name) => [path.resolve(name), name]));
  return (file) => {
    const name = names.get(file);
    if (name === undefined) return true;
    const output = compiler
      .getOutputFileNames(project, name, !compiler.sys.useCaseSensitiveFileNames)
      .find((each) => /\.(?:[cm]?js|json)$/u.test(each));
    const [source, compiled] = [readText(file), output === undefined ? null : readText(output)];
    if (source === null || compiled === null) return false;
    if (file.endsWith('.json')) return isSameJson(source, compiled);
    const { outputText } = compiler.transpileModule(source, {
      compilerOptions: project.options,
      fileName: name,
    });
    return withoutMap(outputText) === withoutMap(compiled);
  };
};
