import type { Core } from '@strapi/strapi';
import { readConfig, type SourceAttributes, type SourceLinksConfig } from '../config';
import { compileSourceRules, type SourceRules } from '../core';

/** What the plugin was told: its configuration, checked, and the rules compiled from it. */
export interface Sources {
  readonly config: SourceLinksConfig;
  readonly rules: SourceRules;
  /** The attributes of a content type that is served, or null. */
  attributesOf(uid: string): SourceAttributes | null;
}

/** Reads the configuration once; it does not change while the application runs. */
export default ({ strapi }: { strapi: Core.Strapi }): Sources => {
  const config = readConfig(strapi.config.get('plugin::source-links'));
  const rules = compileSourceRules(config);
  const served = new Map(Object.entries(config.contentTypes));
  return { config, rules, attributesOf: (uid) => served.get(uid) ?? null };
};
