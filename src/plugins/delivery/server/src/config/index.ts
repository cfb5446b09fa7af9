import { readConfig } from './read-config';

export default {
  // All defaults are in the schema: Strapi would merge lists of them with the application's.
  default: {},
  validator(config: unknown): void {
    readConfig(config);
  },
};
