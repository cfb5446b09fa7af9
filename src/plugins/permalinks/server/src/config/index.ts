import { readConfig } from './read-config';

export default {
  default: { timezone: null, reservedPaths: [], contentTypes: {} },
  validator(config: unknown): void {
    readConfig(config);
  },
};
