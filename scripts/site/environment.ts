const SECRETS = [
  'APP_KEYS',
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
];

const connectionTo = (database: string): Record<string, string> => {
  const server = /^(postgres|mysql):/u.exec(database)?.[1];
  return server === undefined
    ? { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: database }
    : { DATABASE_CLIENT: server, DATABASE_URL: database };
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
    ...connectionTo(database),
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_CRON: 'true',
    NODE_ENV: 'production',
  };
};
