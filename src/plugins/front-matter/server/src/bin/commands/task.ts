import { withApp } from 'strapi-plugin-kit/app';
import { EXIT } from 'strapi-plugin-kit/cli';

import { performTask } from '../../page/doing/perform-task';

/** Does a task of the Archives page, which tells there what it comes to. */
export const doTask = async (key: string): Promise<number> => {
  await withApp('front-matter', (strapi, signal) => performTask(strapi, key, signal));
  return EXIT.ok;
};
