import type { Core } from '@strapi/strapi';
import type { Answer } from 'strapi-plugin-kit/admin';

import { countDays } from '../home/count-days';
import { readDays } from '../home/days';
import { listDrafts } from '../home/list-drafts';
import { listPublished } from '../home/list-published';
import { MOST } from '../home/newest-rows';
import { type ReadableType, readableTypes } from '../home/readable-types';
import type { HomeDays, HomeDraft, HomePublished } from '../panel/home-contract';
import type { Context } from '../permissions/permissions';

/** Days that the chart has bars for. */
const DAYS = 14;

const editorOf = (ctx: Context): number => (ctx.state['user'] as { readonly id: number }).id;

/** The newest of all types. */
const newest = async <Listed extends { readonly at: string }>(
  types: readonly ReadableType[],
  list: (type: ReadableType) => Promise<readonly Listed[]>
): Promise<readonly Listed[]> => {
  const all: Listed[] = [];
  for (const type of types) all.push(...(await list(type)));
  return all.sort((one, other) => (one.at < other.at ? 1 : -1)).slice(0, MOST);
};

/** What the widgets of the panel's home page ask. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const typesFor = (ctx: Context): Promise<readonly ReadableType[]> => readableTypes(strapi, ctx);

  return {
    /** `GET /newsroom/home/drafts` */
    async drafts(ctx: Context): Promise<Answer<readonly HomeDraft[]>> {
      const types = await typesFor(ctx);
      return { data: await newest(types, (type) => listDrafts(strapi, type, editorOf(ctx))) };
    },

    /** `GET /newsroom/home/published?bounds=` */
    async published(ctx: Context): Promise<Answer<readonly HomePublished[]>> {
      const days = readDays(ctx.query['bounds'], 1);
      const types = await typesFor(ctx);
      const list = async (type: ReadableType): Promise<readonly HomePublished[]> => {
        const [day] = days;
        return day === undefined ? [] : listPublished(strapi, type, day, editorOf(ctx));
      };
      return { data: await newest(types, list) };
    },

    /** `GET /newsroom/home/days?bounds=` */
    async days(ctx: Context): Promise<Answer<HomeDays>> {
      const days = readDays(ctx.query['bounds'], DAYS);
      return { data: await countDays(strapi, await typesFor(ctx), days) };
    },
  };
};
