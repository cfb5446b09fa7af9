import type { z } from 'zod';
import type { sourceLinksConfig } from './config';

/** The plugin's `config` in `config/plugins`, as it is written: what is left out has its default. */
export type SourceLinksConfig = z.input<typeof sourceLinksConfig>;
