import type { Engine } from './engine';
import { mysql } from './mysql';
import { postgres } from './postgres';
import { sqlite } from './sqlite';

/** Every database there is, by what Strapi calls its dialect. A further one is a folder and a name here. */
export const ENGINES: Readonly<Record<string, Engine>> = { sqlite, postgres, mysql };
