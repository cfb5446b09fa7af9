import { pluginOptionsOf } from 'strapi-plugin-kit/admin';
import type { PanelOptions } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';

/** What the server tells of a type of terms. */
export type TermOptions = NonNullable<PanelOptions['terms']>;

/** What the server tells of a content type: whether it is one of terms, and which terms its documents have. */
export const panelOptionsOf = (options: unknown): PanelOptions =>
  pluginOptionsOf(options, PLUGIN_ID) ?? {};
