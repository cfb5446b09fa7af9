import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** What a pure core may not reach for: the host, the file system, the network, the clock, chance. */
const IMPURE = [
  '@strapi/*',
  'node:fs',
  'node:fs/*',
  'node:path',
  'node:net',
  'node:http',
  'node:https',
  'node:child_process',
  'node:worker_threads',
  'fs',
  'path',
  'knex',
];

const PURE = IMPURE.map((name) => ({
  group: [name],
  message: 'core/ is pure: effects come in through its callers.',
}));

/** What no other room may import of a dialect. */
const OF_A_DIALECT = ['**/dialects/*/**'];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/build/',
      '.cache/',
      '.strapi/',
      '.tmp/',
      'tests/fixtures/',
      'types/generated/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  prettier,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      // Archives, bodies and addresses are checked for control characters by name.
      'no-control-regex': 'off',
      // A type that holds itself cannot be a Record.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // Only a type alias can be taken for a record of its values.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['src/plugins/*/server/**/*.ts', 'src/**/*.ts', 'scripts/**/*.ts', 'config/**/*.ts'],
    ignores: ['src/plugins/*/admin/**', 'src/admin/**'],
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './src/kit/tsconfig.json',
          './src/plugins/*/server/tsconfig.json',
        ],
        tsconfigRootDir: new URL('..', import.meta.url).pathname,
      },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    files: ['src/plugins/*/server/src/core/**/*.ts', 'src/kit/src/config/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: PURE }],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'This folder is pure: pass the time in.' },
        { object: 'Math', property: 'random', message: 'This folder is pure: pass chance in.' },
      ],
    },
  },
  {
    files: ['src/plugins/front-matter/server/src/core/**/*.ts'],
    ignores: ['src/plugins/front-matter/server/src/core/dialects/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...PURE,
            {
              group: ['**/dialects/**'],
              message: 'What all dialects share knows none: what it needs of one is passed in.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/plugins/front-matter/server/src/**/*.ts'],
    ignores: [
      'src/plugins/front-matter/server/src/core/**',
      'src/plugins/front-matter/server/src/reader.ts',
      // Its own YAML is read as a header's.
      'src/plugins/front-matter/server/src/archive/settings-yaml/read-as-ruby.ts',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: OF_A_DIALECT, message: 'A dialect is known by core/dialects/list.ts alone.' },
          ],
        },
      ],
    },
  },
  // TypeScript knows what is defined; ESLint would have to be told.
  { files: ['**/*.ts', '**/*.tsx'], rules: { 'no-undef': 'off' } },
  // Strapi asks a plugin's admin side for functions it may have no use for.
  { files: ['src/plugins/*/admin/**'], rules: { '@typescript-eslint/no-empty-function': 'off' } },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        process: 'readonly',
        AbortController: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['src/plugins/*/bin/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', process: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['scripts/**/*.mjs', '.config/*.mjs'],
    languageOptions: { globals: { process: 'readonly', fetch: 'readonly', URL: 'readonly' } },
  }
);
