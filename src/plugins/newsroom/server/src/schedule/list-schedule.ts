import type { Core, UID } from '@strapi/strapi';
import { chunks } from 'strapi-plugin-kit/database';

import type { ScheduledDocument, ScheduleList } from '../panel/schedule-contract';
import { nameOfType } from '../panel/named-relations';
import { type Context, permissionsOf } from '../permissions/permissions';
import { timeOf } from './read-schedule';
import {
  inLanguage,
  SCHEDULE,
  scheduledTypes,
  type ScheduleRow,
  type Target,
  targetOf,
} from './schedule';

/** Rows that are read at a time, and how often: of more than so many nobody may read, nothing is told. */
const PAGE = 400;
const PAGES = 10;

/** Characters of a title: those of a type may be as long as a book. */
const LENGTH = 200;

/** Documents that are looked up by one statement. */
const AT_A_TIME = 200;

export interface ScheduleQuery {
  readonly from: Date | null;
  /** Not included; null for all that is later. */
  readonly to: Date | null;
  /** Whether to list what has failed instead of what is coming. */
  readonly hasFailed: boolean;
  readonly limit: number;
}

const whereOf = ({ from, to, hasFailed }: ScheduleQuery, types: readonly string[]): object => ({
  contentType: { $in: [...types] },
  failedAt: hasFailed ? { $notNull: true } : null,
  ...(from === null && to === null
    ? {}
    : { dueAt: { ...(from && { $gte: from }), ...(to && { $lt: to }) } }),
});

interface Group extends Omit<Target, 'documentId'> {
  readonly documentIds: Set<string>;
}

/** The documents of rows by their type and language. */
const groupsOf = (rows: readonly ScheduleRow[]): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const { uid, documentId, language } = targetOf(row);
    const key = `${uid} ${language}`;
    const group = groups.get(key) ?? { uid, language, documentIds: new Set() };
    groups.set(key, group);
    group.documentIds.add(documentId);
  }
  return [...groups.values()];
};

/** What documents are called, by their ids; those that whoever asks may not read are left out. */
const titlesOf = async (
  strapi: Core.Strapi,
  ctx: Context,
  { uid, language, documentIds }: Group
): Promise<ReadonlyMap<string, string>> => {
  const permissions = permissionsOf(strapi, ctx, uid);
  const name = nameOfType(strapi, uid);
  const mayName = name !== undefined && name in (await permissions.sanitizeOutput({ [name]: '' }));
  const titles = new Map<string, string>();
  for (const ids of chunks([...documentIds], AT_A_TIME)) {
    const query = await permissions.sanitizedQuery.read({ filters: { documentId: { $in: ids } } });
    const found = (await strapi.documents(uid as UID.ContentType).findMany({
      ...query,
      ...inLanguage({ language }),
      status: 'draft',
      fields: ['documentId', ...(mayName ? [name] : [])] as never,
      limit: ids.length,
    })) as unknown as readonly Readonly<Record<string, unknown>>[];
    for (const document of found) {
      const title = mayName ? document[name] : '';
      titles.set(
        String(document['documentId']),
        typeof title === 'string' ? title.slice(0, LENGTH) : ''
      );
    }
  }
  return titles;
};

/** What rows say, of those documents that whoever asks may read. */
const readable = async (
  strapi: Core.Strapi,
  ctx: Context,
  language: string,
  rows: readonly ScheduleRow[]
): Promise<readonly ScheduledDocument[]> => {
  const titles = new Map<string, ReadonlyMap<string, string>>();
  for (const group of groupsOf(rows)) {
    titles.set(`${group.uid} ${group.language}`, await titlesOf(strapi, ctx, group));
  }
  return rows.flatMap((row) => {
    const { uid, documentId, language: locale } = targetOf(row);
    const title = titles.get(`${uid} ${locale}`)?.get(documentId);
    if (title === undefined) return [];
    return [{ uid, documentId, locale, title, deed: row.deed, ...timeOf(row, language) }];
  });
};

/** What is to be done in a time, or has failed, of the documents that whoever asks may read; the earliest first. */
export const listSchedule = async (
  strapi: Core.Strapi,
  ctx: Context,
  language: string,
  query: ScheduleQuery
): Promise<ScheduleList> => {
  const types = scheduledTypes(strapi).filter(
    (uid) => !permissionsOf(strapi, ctx, uid).cannot.read()
  );
  const documents: ScheduledDocument[] = [];
  for (let page = 0; page < PAGES; page += 1) {
    const rows: readonly ScheduleRow[] = await strapi.db.query(SCHEDULE).findMany({
      where: whereOf(query, types),
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      limit: PAGE,
      offset: page * PAGE,
    });
    documents.push(...(await readable(strapi, ctx, language, rows)));
    if (documents.length > query.limit || rows.length < PAGE) break;
  }
  return {
    documents: documents.slice(0, query.limit),
    isCut: documents.length > query.limit,
  };
};
