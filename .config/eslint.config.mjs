import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/.astro/',
      '**/dist/',
      '**/build/',
      '.cache/',
      'docs/.vitepress/cache/',
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
    ignores: ['src/plugins/*/admin/**', 'src/kit/src/admin/**', 'src/admin/**'],
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
    files: ['src/plugins/*/{server/src/,}core/**/*.ts', 'src/kit/src/config/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'This folder is pure: pass the time in.' },
        { object: 'Math', property: 'random', message: 'This folder is pure: pass chance in.' },
      ],
    },
  },
  // What one reads at a time. Tests and fixtures may list more.
  {
    files: ['{config,scripts,src}/**/*.{ts,tsx,mjs}'],
    rules: { 'max-lines': ['error', { max: 200 }] },
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
