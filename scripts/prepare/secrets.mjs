import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, say } from './run.mjs';

/** How many secrets each setting holds. */
const SECRETS = {
  APP_KEYS: 4,
  ADMIN_JWT_SECRET: 1,
  API_TOKEN_SALT: 1,
  TRANSFER_TOKEN_SALT: 1,
  ENCRYPTION_KEY: 1,
  JWT_SECRET: 1,
};

const secret = () => randomBytes(24).toString('base64');

/** Writes to `.env` the secrets that neither it nor the environment holds. */
export const makeSecrets = () => {
  const file = path.join(root, '.env');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const missing = Object.entries(SECRETS).filter(
    ([name]) =>
      !process.env[name] && !new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`, 'm').test(text)
  );
  if (missing.length === 0) {
    return;
  }
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  const lines = missing.map(
    ([name, count]) => `${name}=${Array.from({ length: count }, secret).join(',')}\n`
  );
  appendFileSync(file, gap + lines.join(''), { mode: 0o600 });
  say(`wrote new secrets to .env: ${missing.map(([name]) => name).join(', ')}`);
};
