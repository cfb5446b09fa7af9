import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Answer } from 'strapi-plugin-kit/admin';
import { z } from 'zod';

import { readConfig } from '../config';
import { type Person, personName } from '../core/person-name';
import { closeForm, openForm, otherForms, seeForm } from '../open-forms/open-forms';
import type { OpenFormRequest, OtherForm } from '../panel/contract';
import { demand } from '../permissions/demand';
import { type Context, permissionsOf } from '../permissions/permissions';

const schema = z.object({
  form: z.string().min(8).max(64),
  locale: z.string().max(64),
  isClosed: z.boolean().optional(),
});

interface User extends Person {
  readonly id: number;
}

const requestOf = (ctx: Context): OpenFormRequest => {
  const { data } = schema.safeParse(ctx.request.body);
  if (data === undefined) {
    throw new errors.ValidationError('Send { "form": "at least 8 characters", "locale": "" }.');
  }
  const { form, locale, isClosed = false } = data;
  return { form, locale, isClosed };
};

/** Who has which documents open in the panel. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { contentTypes } = readConfig(strapi.config.get('plugin::newsroom'));

  return {
    /** `POST /newsroom/open-forms/:contentType/:documentId` */
    async tell(ctx: Context): Promise<Answer<readonly OtherForm[]>> {
      const { contentType, documentId } = ctx.params as Readonly<Record<string, string>>;
      if (contentType === undefined || !Object.hasOwn(contentTypes, contentType)) {
        throw new errors.NotFoundError('No documents of this type are edited together.');
      }
      if (permissionsOf(strapi, ctx, contentType).cannot.read()) throw new errors.ForbiddenError();
      const { form, locale, isClosed } = requestOf(ctx);
      const user = ctx.state['user'] as User;
      const own = {
        form,
        document: [contentType, documentId, locale].join(' '),
        userId: user.id,
        userName: personName(user),
      };
      if (isClosed === true) {
        await closeForm(strapi, own);
        return { data: [] };
      }
      if (!(await seeForm(strapi, own))) {
        await demand(strapi, ctx, contentType, documentId ?? '', ['read']);
        await openForm(strapi, own);
      }
      return { data: await otherForms(strapi, own) };
    },
  };
};
