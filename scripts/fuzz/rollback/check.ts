import { root, withApp } from '../../site/boot';
import { checkDatabase } from './check-database';

const [runs, seed, path] = process.argv.slice(2);

const EVERY = 25;

/** Tries sequences on the database that the environment names, and tells how far it has come. */
const check = async (): Promise<void> => {
  const checked = await withApp(root, (strapi) =>
    checkDatabase(
      strapi,
      { runs: Number(runs), seed: Number(seed), ...(path === undefined ? {} : { path }) },
      (done) => {
        if (done % EVERY === 0) process.stdout.write(`${done} sequences\n`);
      }
    )
  );
  const { failure } = checked;
  if (failure === null) {
    process.stdout.write(`${checked.runs} sequences without a difference\n`);
    return;
  }
  process.stdout.write(`${failure.steps.map((step) => JSON.stringify(step)).join('\n')}\n`);
  process.stdout.write(`${failure.message}\n`);
  process.exitCode = 1;
};

void check().catch((error: unknown) => {
  process.stdout.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
  );
  process.exitCode = 1;
});
