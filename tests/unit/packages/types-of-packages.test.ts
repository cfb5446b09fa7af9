import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const FOLDER = path.join(__dirname, '../../fixtures/plugin-config');
const fileOf = (name: string): string => path.join(FOLDER, name);

const { CommonJS, ESNext, Node16 } = ts.ModuleKind;
const { Bundler, Node10, Node16: AsNode } = ts.ModuleResolutionKind;

/** What strangers compile by: what `create-strapi` writes says `Node`, which is `Node10`. */
const ways: readonly [string, ts.CompilerOptions][] = [
  ['Node', { module: CommonJS, moduleResolution: Node10, strict: false }],
  ['Node, strict', { module: CommonJS, moduleResolution: Node10, strict: true }],
  ['Node16', { module: Node16, moduleResolution: AsNode, strict: true }],
  ['Bundler', { module: ESNext, moduleResolution: Bundler, strict: true }],
];

interface Told {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What TypeScript says of the files, by the types of the packages as they are published. */
const compile = (options: ts.CompilerOptions): readonly Told[] => {
  const program = ts.createProgram(
    ['right.ts', 'wrong.ts', 'entries.ts', 'panel.mts'].map(fileOf),
    {
      ...options,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      resolveJsonModule: true,
      skipLibCheck: true,
      noEmit: true,
      types: ['node'],
    }
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => ({
    file: path.basename(file?.fileName ?? ''),
    line: (file?.getLineAndCharacterOfPosition(start).line ?? -1) + 1,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
};

const wrongLines = readFileSync(fileOf('wrong.ts'), 'utf8')
  .split('\n')
  .flatMap((text, index) => (text.endsWith('// wrong') ? [index + 1] : []));

describe.each(ways)('the types of the packages, resolved as "%s"', (_name, options) => {
  let told: readonly Told[];
  beforeAll(() => {
    told = compile(options);
  });

  it('are found at each entry, and take a right configuration', () => {
    expect(told.filter(({ file }) => file !== 'wrong.ts')).toEqual([]);
  });

  it('refuse what is wrong in a configuration, where it is', () => {
    const lines = told.filter(({ file }) => file === 'wrong.ts').map(({ line }) => line);
    expect([...new Set(lines)]).toEqual(wrongLines);
  });
});
