const { availableParallelism } = require('node:os');
const path = require('node:path');

const shared = {
  rootDir: path.join(__dirname, '..'),
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // Built output and drivers that are kept repeat the packages' names.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.tmp/', '<rootDir>/.cache/'],
};

const SEED = '<rootDir>/tests/seed.ts';
// On a busy machine a test of the disk waits longer than Jest would.
const TIME_LIMIT = '<rootDir>/tests/integration/harness/time-limit.ts';

const withStrapi = {
  setupFiles: [SEED, '<rootDir>/tests/integration/harness/environment.ts', TIME_LIMIT],
};

module.exports = {
  // Suites wait for servers, disks and processes that they start: two cores do for three at a time.
  maxWorkers: Math.max(3, availableParallelism() - 1),
  testSequencer: path.join(__dirname, 'sequencer.cjs'),
  // Databases and Strapi talk while they boot; a test speaks through its assertions.
  silent: true,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/unit/**/*.test.ts'],
      setupFiles: [SEED, TIME_LIMIT],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
      ...withStrapi,
      globalSetup: '<rootDir>/tests/integration/harness/suites/before-all.ts',
      globalTeardown: '<rootDir>/tests/integration/harness/suites/after-all.ts',
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      ...withStrapi,
    },
  ],
};
