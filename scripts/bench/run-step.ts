import { spawn } from 'node:child_process';
import path from 'node:path';

const SECRETS = [
  'APP_KEYS',
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
];

/** What every app of a benchmark finds in its environment: SQLite in a file, and nothing of `.env`. */
const environment = (database: string): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, ...inherited } = process.env;
  return {
    ...inherited,
    ...Object.fromEntries(SECRETS.map((name) => [name, `bench-${name.toLowerCase()}`])),
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: database,
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_CRON: 'true',
    NODE_ENV: 'production',
  };
};

/**
 * Runs one step in a process of its own, so that no step warms up or fills the memory of another.
 *
 * @param step the base name of a file beside this one; its last line of output is its result
 */
export const runStep = <Result>(
  step: string,
  database: string,
  words: readonly string[] = []
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(__dirname, `${step}.js`), ...words], {
      env: environment(database),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const last = output.trimEnd().split('\n').at(-1) ?? '';
      if (code === 0) resolve(JSON.parse(last) as Result);
      else reject(new Error(`The step "${step}" of the benchmark ended with ${code}.`));
    });
  });
