import type { z } from 'zod';
import type { configSchema } from './config/settings';

/** The plugin's `config` in `config/plugins`, as it is written: what is left out has its default. */
export type FrontMatterConfig = z.input<typeof configSchema>;
