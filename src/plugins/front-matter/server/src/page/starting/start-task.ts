import { spawn } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { messageOf } from '../../run/message-of';
import { storageOf } from '../storage';
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

/** Starts the process of a task, and hears of its end as long as this process is there. */
const startProcess = async (
  { dirs, log }: Core.Strapi,
  { key }: TaskRow,
  folder: string,
  giveUp: (reason: string) => Promise<void>
): Promise<void> => {
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
    const onEnd = (reason: string): void => {
      giveUp(reason).catch((error: unknown) => {
        log.warn(`Task ${key} could not be marked as failed: ${String(error)}`);
      });
    };
    child.once('error', ({ message }) => onEnd(message));
    child.once('exit', (code, signal) =>
      onEnd(`Its process ended with ${signal === null ? `code ${code}` : signal}.`)
    );
    child.unref();
  } finally {
    closeSync(output);
  }
};

/**
 * Starts a task in a process of its own. It outlives this one: an import goes on while the site is
 * started again.
 */
export const startTask = async (strapi: Core.Strapi, asked: NewTask): Promise<TaskRow> => {
  const tasks = tasksOf(strapi);
  const task = await tasks.insert(asked);
  const folder = storageOf(strapi).task(task.key);
  // A task that has ended properly has said so itself, and stays as it is.
  const giveUp = async (reason: string): Promise<void> => {
    const said = await lastWords(path.join(folder, LOG));
    await tasks.end(task.key, { state: 'failed', message: said === '' ? reason : said });
  };
  try {
    await startProcess(strapi, task, folder, giveUp);
  } catch (error) {
    await giveUp(messageOf(error));
    throw error;
  }
  return task;
};
