import { readConfig } from './read-config';

export default {
  default: { timezone: null, contentTypes: {} },
  validator(config: unknown): void {
    readConfig(config);
  },
};
