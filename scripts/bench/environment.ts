const SECRETS = [
  'APP_KEYS',
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
];

/**
 * What every app of a benchmark finds in its environment: one database, and nothing of `.env`.
 *
 * @param database SQLite's file, or the URL of a PostgreSQL server's database
 */
export const environment = (database: string): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, ...inherited } = process.env;
  return {
    ...inherited,
    ...Object.fromEntries(SECRETS.map((name) => [name, `bench-${name.toLowerCase()}`])),
    ...(database.startsWith('postgres')
      ? { DATABASE_CLIENT: 'postgres', DATABASE_URL: database }
      : { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: database }),
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_CRON: 'true',
    NODE_ENV: 'production',
  };
};
