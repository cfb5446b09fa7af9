import { parseSettings } from './parse-settings';

export default {
  default: {},
  validator: (config: unknown): void => {
    parseSettings(config);
  },
};
