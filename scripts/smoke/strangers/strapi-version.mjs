import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../prepare/run.mjs';

/** The version of Strapi that this checkout has. @type {string} */
export const strapiVersion = JSON.parse(
  readFileSync(path.join(root, 'node_modules', '@strapi', 'strapi', 'package.json'), 'utf8')
).version;
