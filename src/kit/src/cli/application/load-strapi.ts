import { createRequire } from 'node:module';
import type * as Strapi from '@strapi/strapi';

/**
 * Loads Strapi, which reads `.env` of the folder that the process is in as soon as it is loaded. Not by `import()`: its
 * modules for that cannot be loaded by Node.
 */
export const loadStrapi = (): typeof Strapi =>
  createRequire(__filename)('@strapi/strapi') as typeof Strapi;
