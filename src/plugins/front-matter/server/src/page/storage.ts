import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { parseArchivesSettings } from '../config/parse-settings';

/** Where uploads and reports are kept: absolute paths. */
export interface Storage {
  /** What is being received or unpacked; nothing in it outlives the process that writes it. */
  readonly incoming: string;
  /** The files of uploaded archives, a folder each. */
  readonly archives: string;
  /** What a task has told, a folder each. */
  task(key: string): string;
}

/** The storage that the configuration names. */
export const storageOf = (strapi: Core.Strapi): Storage => {
  const { folder } = parseArchivesSettings(strapi.config.get('plugin::front-matter'));
  const base = path.resolve(strapi.dirs.app.root, folder);
  return {
    incoming: path.join(base, 'incoming'),
    archives: path.join(base, 'archives'),
    task: (key) => path.join(base, 'tasks', key),
  };
};
