// What a Strapi under test finds in its environment; nothing of the developer's own .env counts.
process.env['STRAPI_TELEMETRY_DISABLED'] = 'true';
process.env['STRAPI_DISABLE_CRON'] = 'true';
process.env['HOST'] = '127.0.0.1';
process.env['PORT'] = '0';
for (const name of [
  'APP_KEYS',
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
]) {
  process.env[name] = `for-tests-only-${name.toLowerCase()}`;
}
