import { spawn } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { parseArchivesSettings } from '../../config/parse-settings';
import { messages } from '../../messages';
import { archivesOf } from '../archives/archives';
import { runs } from '../../ledger/runs';
import { logRun } from '../../run/log-run';
import { messageOf } from '../../run/message-of';
import { storageOf } from '../storage';
import { doInSite } from './do-in-site';
import { type NewTask, tasksOf, type TaskRow } from '../tasks/tasks';

/** The plugin's command, from where this file is compiled to. */
const COMMAND = path.join(__dirname, '../../../../../bin/strapi-front-matter.js');

/** What the process of a task says, in the task's folder. */
const LOG = 'log.txt';

/** As much of a process's last words as is shown; in characters. */
const LAST_WORDS = 2_000;

/** What a process said before it ended unasked. */
const lastWords = async (log: string): Promise<string> => {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.trim().slice(-LAST_WORDS);
};

type Unfinished = 'failed' | 'interrupted';

/** Says of a task how its process has ended, unless it has said so itself. */
type GiveUp = (state: Unfinished, reason: string) => Promise<void>;

/** Tells the log how the run of a task has ended: the process of the task has no part in the site's log. */
const logRunOf = async (strapi: Core.Strapi, key: string): Promise<void> => {
  const number = (await tasksOf(strapi).find(key))?.run ?? null;
  const run = number === null ? null : await runs(strapi).find(number);
  if (run !== null) logRun(strapi, run);
};

/** Starts the process of a task, and hears of its end as long as this process is there. */
const startProcess = async (
  strapi: Core.Strapi,
  { key }: TaskRow,
  folder: string,
  giveUp: GiveUp
): Promise<void> => {
  const { dirs, log } = strapi;
  await mkdir(folder, { recursive: true });
  const output = openSync(path.join(folder, LOG), 'w');
  try {
    const child = spawn(process.execPath, [COMMAND, 'task', key], {
      cwd: dirs.app.root,
      env: process.env,
      detached: true,
      stdio: ['ignore', output, output],
      windowsHide: true,
    });
    const onEnd = (state: Unfinished, reason: string): void => {
      giveUp(state, reason)
        .then(() => logRunOf(strapi, key))
        .catch((error: unknown) => {
          log.warn(`The end of task ${key} could not be noted: ${String(error)}`);
        });
    };
    child.once('error', ({ message }) => onEnd('failed', message));
    child.once('exit', (code, signal) =>
      signal === null
        ? onEnd('failed', `Its process ended with code ${code}.`)
        : onEnd('interrupted', `Its process was ended by ${signal}.`)
    );
    child.unref();
  } finally {
    closeSync(output);
  }
};

const isDoneInSite = (strapi: Core.Strapi): boolean =>
  parseArchivesSettings(strapi.config.get('plugin::front-matter')).tasks === 'site';

/** Once the task is known, an archive gets no newer version; one may have come before. */
const assertReady = async (
  strapi: Core.Strapi,
  { archiveKey, archiveName }: TaskRow
): Promise<void> => {
  if (archiveKey === null) return;
  const archive = await archivesOf(strapi).find(archiveKey);
  if (archive?.state === 'ready') return;
  const name = archiveName ?? '';
  throw messages.error(errors.ApplicationError, 'archive.not-ready', { name });
};

/**
 * Starts a task, in a process of its own unless the configuration says otherwise. It outlives this one: an import goes
 * on while the site is started again.
 */
export const startTask = async (strapi: Core.Strapi, asked: NewTask): Promise<TaskRow> => {
  const tasks = tasksOf(strapi);
  const task = await tasks.insert(asked);
  const folder = storageOf(strapi).task(task.key);
  // A task that has ended properly has said so itself, and stays as it is.
  const giveUp: GiveUp = async (state, reason) => {
    const said = await lastWords(path.join(folder, LOG));
    const message = state === 'failed' && said !== '' ? said : reason;
    const failure = state === 'failed' ? 'process' : null;
    await tasks.end(task.key, { state, message, failure });
  };
  try {
    await assertReady(strapi, task);
    if (isDoneInSite(strapi)) doInSite(strapi, task.key);
    else await startProcess(strapi, task, folder, giveUp);
  } catch (error) {
    await giveUp('failed', messageOf(error));
    throw error;
  }
  return task;
};
