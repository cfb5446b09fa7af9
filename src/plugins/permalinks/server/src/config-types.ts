import type { z } from 'zod';
import type { permalinksConfig } from './config/schema';

/** The plugin's `config` in `config/plugins`, as it is written: what is left out has its default. */
export type PermalinksConfig = z.input<typeof permalinksConfig>;
