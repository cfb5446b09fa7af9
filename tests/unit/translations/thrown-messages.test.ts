import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..', '..');

/**
 * Files whose errors no editor meets in the panel, by why: what they throw is said in English alone.
 */
const NOT_FOR_EDITORS: readonly (readonly [RegExp, string])[] = [
  [/^src\/plugins\/delivery\//u, 'answers frontends'],
  [/^src\/kit\/src\/requests\/graphql\//u, 'answers GraphQL'],
  [
    /^src\/kit\/src\/requests\/(?:queries|limits)\//u,
    'bounds of queries that no page of the panel asks',
  ],
  [
    /^src\/plugins\/permalinks\/server\/src\/controllers\/(?:redirects|resolve)\.ts$/u,
    'answers frontends',
  ],
  [/^src\/plugins\/source-links\/server\/src\/graphql\//u, 'answers GraphQL'],
  [
    /^src\/plugins\/source-links\/server\/src\/controllers\/panel\.ts$/u,
    'a form of the panel’s own making',
  ],
  [/^src\/boot\/guard-drafts\.ts$/u, 'answers REST and GraphQL'],
  [
    /^src\/plugins\/newsroom\/server\/src\/controllers\/open-forms\.ts$/u,
    'the panel asks by itself, and shows no error',
  ],
];

const sources = ['src/kit/src', 'src/plugins', 'src/boot', 'src/api'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
    .filter((name) => /\.ts$/u.test(name) && !/\/(?:dist|node_modules)\//u.test(name))
);

const isForEditors = (file: string): boolean =>
  !NOT_FOR_EDITORS.some(([pattern]) => pattern.test(file));

/** An error that Strapi tells whoever asked, made from a text in one language. */
const THROWN =
  /new (?:errors\.\w+|BadRequest|TooSlow)\(\s*(?:['"`]|\w)|ctx(?:\.|\[')(?:badRequest|forbidden|notFound|serviceUnavailable)(?:'\])?\(\s*['"`]/gu;

describe('what servers say to editors', () => {
  it('is written in both languages, wherever it is thrown', () => {
    const alone = sources.filter(isForEditors).flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return [...text.matchAll(THROWN)].map(({ index }) => {
        const line = text.slice(0, index).split('\n').length;
        return `${file}:${line}`;
      });
    });
    expect(alone).toEqual([
      // Says it in both languages by itself.
      expect.stringContaining('src/plugins/source-links/server/src/hooks/source-error.ts'),
    ]);
  });

  it('names no file as not for editors that is not there', () => {
    const unused = NOT_FOR_EDITORS.filter(
      ([pattern]) => !sources.some((file) => pattern.test(file))
    );
    expect(unused).toEqual([]);
  });
});
