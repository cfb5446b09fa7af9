import fc from 'fast-check';

// The same values in each run, so that a change is not judged by luck; another seed tries others:
// `TEST_SEED=7 npm test`.
fc.configureGlobal({ seed: Number(process.env['TEST_SEED'] ?? 20_220_303) });
