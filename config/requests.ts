import type { Core } from '@strapi/strapi';

/** Limits of what one request may ask for; those that are left out stand in src/kit/README.md. */
export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  statementTimeout: env.int('STATEMENT_TIMEOUT', 5000),
});
