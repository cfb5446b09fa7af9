import type { z } from 'zod';
import type { newsroomConfig } from './config';

/** The plugin's `config` in `config/plugins`, as it is written: what is left out has its default. */
export type NewsroomConfig = z.input<typeof newsroomConfig>;
