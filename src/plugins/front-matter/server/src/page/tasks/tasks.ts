import { hostname } from 'node:os';

import type { Core } from '@strapi/strapi';
import { columnOf, newDocumentId } from 'strapi-plugin-kit/database';

import type { Decisions } from '../../core/plan/decide-conflicts';
import { TASK } from '../../ledger/tables';
import type { TaskOptions } from '../../panel/contract';
import type { CodeCount, PreviewedPost, Task } from '../../panel/task-contract';

/** What a task has told, for the page. */
export interface TaskReport {
  readonly codes: readonly CodeCount[];
  readonly posts: readonly PreviewedPost[];
}

/** A task as it is kept. */
export interface TaskRow extends Omit<
  Task,
  'archive' | 'timeLeft' | 'isCancelled' | 'codes' | 'posts' | 'settles'
> {
  readonly archiveKey: string | null;
  readonly options: TaskOptions;
  /** The files that are imported alone; null for all. */
  readonly files: readonly string[] | null;
  /** Whether it settles conflicts. */
  readonly settles?: boolean | null;
  /** What has been decided about conflicts; not there in lists. */
  readonly decisions?: Decisions | null;
  readonly report: TaskReport | null;
  readonly isCancelled: boolean | null;
  readonly beatAt: string;
  /** Taken by one task at a time, until it has ended. */
  readonly slot: string | null;
  readonly host: string;
  /** The process that does it; null before it has come up. */
  readonly pid: number | null;
}

/** What is known of a task when it is started. */
export type NewTask = Pick<
  TaskRow,
  'kind' | 'archiveKey' | 'archiveName' | 'undoes' | 'startedBy' | 'options' | 'files' | 'total'
> &
  Partial<Pick<TaskRow, 'decisions' | 'fileCount'>>;

/** One run writes at a time, and one preview is made at a time. */
export const slotOf = ({ kind }: Pick<Task, 'kind'>): string =>
  kind === 'preview' ? 'preview' : 'write';

const now = (): string => new Date().toISOString();

/** What says how far a task is. */
const STATE = [
  ...['key', 'kind', 'state', 'slot', 'archiveKey', 'archiveName', 'run', 'undoes', 'startedBy'],
  ...['startedAt', 'beatAt', 'finishedAt', 'options', 'fileCount', 'settles', 'total', 'counts'],
  ...['rate', 'isCancelled', 'message', 'failure', 'host', 'pid'],
];

const ACTIVE = ['starting', 'running'];

/** The rows of `task`. */
export const tasksOf = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(TASK);
  const findOne = (where: object): Promise<TaskRow | null> =>
    query().findOne({ where, orderBy: { id: 'desc' } });
  return {
    /** Fails where another task has its slot. */
    insert: (task: NewTask): Promise<TaskRow> =>
      query().create({
        data: {
          ...task,
          fileCount: task.fileCount ?? task.files?.length ?? null,
          settles: (task.decisions ?? null) !== null,
          key: newDocumentId(),
          documentId: newDocumentId(),
          state: 'starting',
          slot: slotOf(task),
          startedAt: now(),
          beatAt: now(),
          counts: {},
          host: hostname(),
        },
      }),

    find: (key: string): Promise<TaskRow | null> => findOne({ key }),

    /** The newest of an archive, of one kind or of any. */
    newest: (archiveKey: string, kind?: Task['kind']): Promise<TaskRow | null> =>
      findOne({ archiveKey, ...(kind === undefined ? {} : { kind }) }),

    /** The newest import of all files of an archive. */
    newestWhole: (archiveKey: string): Promise<TaskRow | null> =>
      findOne({ archiveKey, kind: 'import', fileCount: { $null: true } }),

    /** The newest of each of some archives, by their keys, without what they have told. */
    async newestStates(archiveKeys: readonly string[]): Promise<ReadonlyMap<string, TaskRow>> {
      const { db } = strapi;
      const own = columnOf(db, TASK, 'archiveKey');
      const newest: readonly { readonly id: number }[] = await db
        .getConnection(db.metadata.get(TASK).tableName)
        .max({ id: 'id' })
        .whereIn(own, archiveKeys)
        .groupBy(own);
      const rows: readonly (Omit<TaskRow, 'report' | 'files'> & { readonly archiveKey: string })[] =
        await query().findMany({
          select: STATE,
          where: { id: { $in: newest.map(({ id }) => id) } },
        });
      return new Map(rows.map((row) => [row.archiveKey, { ...row, files: null, report: null }]));
    },

    /** The one that has a slot. */
    inSlot: (slot: string): Promise<TaskRow | null> => findOne({ slot }),

    /** Those that nobody has seen the end of. */
    active: (): Promise<readonly TaskRow[]> =>
      query().findMany({ where: { state: { $in: ACTIVE } }, orderBy: { id: 'asc' }, limit: 100 }),

    /** By the number of their run. */
    async ofRuns(numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
      if (numbers.length === 0) return new Map();
      const rows: readonly TaskRow[] = await query().findMany({
        where: { run: { $in: numbers } },
        select: ['key', 'run'],
      });
      return new Map(rows.flatMap(({ key, run }) => (run === null ? [] : [[run, key]])));
    },

    /** Says how far a task is, and that it is alive. Once it has ended, nothing of it changes. */
    async update(key: string, data: Partial<TaskRow>): Promise<boolean> {
      const { count } = await query().updateMany({
        where: { key, state: { $in: ACTIVE } },
        data: { ...data, beatAt: now() },
      });
      return count > 0;
    },

    /** Ends a task. */
    async end(key: string, data: Partial<TaskRow> & Pick<TaskRow, 'state'>): Promise<void> {
      await query().updateMany({
        where: { key, state: { $in: ACTIVE } },
        data: { ...data, finishedAt: now(), slot: null },
      });
    },

    async cancel(key: string): Promise<void> {
      await query().updateMany({ where: { key }, data: { isCancelled: true } });
    },

    async isCancelled(key: string): Promise<boolean> {
      return (await query().count({ where: { key, isCancelled: true } })) > 0;
    },

    /**
     * Forgets the previews of an archive that came before one.
     *
     * @returns their keys
     */
    async removeEarlierPreviews({ key, archiveKey }: TaskRow): Promise<readonly string[]> {
      const rows: readonly TaskRow[] = await query().findMany({
        where: { archiveKey, kind: 'preview', key: { $ne: key }, state: { $notIn: ACTIVE } },
        select: ['key'],
      });
      const keys = rows.map((row) => row.key);
      await query().deleteMany({ where: { key: { $in: keys } } });
      return keys;
    },

    /**
     * Forgets an archive's previews; the tasks of its runs stay, and name it no more.
     *
     * @returns the keys of those that are gone
     */
    async removeOf(archiveKey: string): Promise<readonly string[]> {
      const rows: readonly TaskRow[] = await query().findMany({
        where: { archiveKey, run: { $null: true } },
        select: ['key'],
      });
      await query().deleteMany({ where: { key: { $in: rows.map(({ key }) => key) } } });
      await query().updateMany({ where: { archiveKey }, data: { archiveKey: null } });
      return rows.map(({ key }) => key);
    },
  };
};

export type Tasks = ReturnType<typeof tasksOf>;
