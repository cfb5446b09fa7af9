const SECRETS = [
  'APP_KEYS',
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
];

const place = (database: string): NodeJS.ProcessEnv => {
  const client = /^(postgres|mysql):/u.exec(database)?.[1];
  return client === undefined
    ? { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: database }
    : { DATABASE_CLIENT: client, DATABASE_URL: database };
};

/**
 * What every app of a benchmark finds in its environment: one database, and nothing of `.env`.
 *
 * @param database SQLite's file, or the URL of a database on a PostgreSQL, MariaDB or MySQL server
 */
export const environment = (database: string): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, ...inherited } = process.env;
  return {
    ...inherited,
    ...Object.fromEntries(SECRETS.map((name) => [name, `bench-${name.toLowerCase()}`])),
    ...place(database),
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_CRON: 'true',
    NODE_ENV: 'production',
  };
};
