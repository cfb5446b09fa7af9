import type { Core } from '@strapi/strapi';

/** As long as an upload of an archive may take, in milliseconds; Node's own five minutes are too few. */
const UPLOAD = 60 * 60 * 1000;

export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  http: { serverOptions: { requestTimeout: UPLOAD } },
  app: { keys: env.array('APP_KEYS') },
});
