import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Answer } from 'strapi-plugin-kit/admin';
import { languageOf } from 'strapi-plugin-kit/texts';
import { z } from 'zod';

import { messages } from '../messages';
import type { DocumentSchedule, ScheduleList, ScheduleRequest } from '../panel/schedule-contract';
import { localesNamed } from '../permissions/locales';
import { type Context, permissionsOf } from '../permissions/permissions';
import { askerOf } from '../permissions/user';
import { checkTimes } from '../schedule/check-times';
import { findDraft } from '../schedule/find-draft';
import { listSchedule } from '../schedule/list-schedule';
import { readSchedule } from '../schedule/read-schedule';
import { isScheduled, type Target } from '../schedule/schedule';
import { setSchedule } from '../schedule/set-schedule';

const time = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((date) => date.getUTCFullYear() > 0 && date.getUTCFullYear() < 10_000);

const setRequest = z.strictObject({
  locale: z.string().max(255).nullish(),
  publish: time.nullable(),
  unpublish: time.nullable(),
}) satisfies z.ZodType<unknown, ScheduleRequest>;

/** Documents that are listed at most. */
const MOST = 1000;

const listRequest = z.object({
  from: time.optional(),
  to: time.optional(),
  failed: z.enum(['true', 'false']).default('false'),
  limit: z.coerce.number().int().min(1).max(MOST).default(MOST),
});

/** When documents are published and unpublished. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** The document that a request is about, in one language, for those who may read it, and for a deed publish it. */
  const demandTarget = async (
    ctx: Context,
    locale: unknown,
    deed: 'read' | 'publish'
  ): Promise<Target> => {
    const { uid = '', documentId = '' } = ctx.params as Readonly<Record<string, string>>;
    if (!isScheduled(strapi, uid)) throw new errors.NotFoundError();
    const { cannot } = permissionsOf(strapi, ctx, uid);
    if (cannot.read() || cannot[deed]()) throw new errors.ForbiddenError();
    const [language = ''] = (await localesNamed(strapi, uid, locale === '*' ? null : locale)) ?? [];
    const target = { uid, documentId, language };
    const draft = await findDraft(strapi, target);
    if (draft === null) throw messages.error(errors.NotFoundError, 'document.gone');
    if (cannot.read(draft) || cannot[deed](draft)) {
      throw messages.error(errors.ForbiddenError, 'document.may-not');
    }
    return target;
  };
  const answer = async (
    ctx: Context,
    { uid, documentId, language }: Target
  ): Promise<Answer<DocumentSchedule>> => {
    const panelLanguage = languageOf(strapi, ctx);
    return { data: await readSchedule(strapi, uid, documentId, language, panelLanguage) };
  };

  return {
    /** `GET /newsroom/schedules?from=&to=&failed=&limit=` */
    async list(ctx: Context): Promise<Answer<ScheduleList>> {
      const asked = listRequest.safeParse(ctx.query);
      if (!asked.success) throw messages.error(errors.ValidationError, 'schedule.range');
      const { from = null, to = null, failed, limit } = asked.data;
      const query = { from, to, limit, hasFailed: failed === 'true' };
      return { data: await listSchedule(strapi, ctx, languageOf(strapi, ctx), query) };
    },

    /** `GET /newsroom/schedules/:uid/:documentId?locale=` */
    async read(ctx: Context): Promise<Answer<DocumentSchedule>> {
      return answer(ctx, await demandTarget(ctx, ctx.query['locale'], 'read'));
    },

    /** `PUT /newsroom/schedules/:uid/:documentId` */
    async set(ctx: Context): Promise<Answer<DocumentSchedule>> {
      const asked = setRequest.safeParse(ctx.request.body);
      if (!asked.success) throw messages.error(errors.ValidationError, 'schedule.times');
      const { locale, ...times } = asked.data;
      const target = await demandTarget(ctx, locale, 'publish');
      await setSchedule(strapi, target, times, askerOf(ctx.state['user']), (before) =>
        checkTimes(strapi, target, times, before)
      );
      return answer(ctx, target);
    },
  };
};
