import type { Core } from '@strapi/strapi';

import { checkValue } from './check-value';
import { currentRequest } from '../current-request';
import { isPlain, type Model, type Models, modelsOf, targetOf } from '../models';

const checkData = (data: unknown, model: Model | undefined, models: Models): void => {
  if (!isPlain(data)) return;
  for (const [name, attribute] of Object.entries(model?.attributes ?? {})) {
    const value = data[name];
    if (attribute.type === 'component') {
      const component = models(targetOf(attribute) ?? '');
      for (const part of [value].flat()) checkData(part, component, models);
    } else if (targetOf(attribute) === null && !isNested(attribute.type)) {
      checkValue(value, attribute, name);
    }
  }
};

/** What holds objects of its own, whose texts are looked at as a request's body. */
const isNested = (type: string): boolean =>
  ['json', 'blocks', 'dynamiczone', 'relation'].includes(type);

/**
 * Refuses, while a request is answered, values that a database cannot keep, such as the year 20000:
 * some answer with an error, others keep what they cannot give back. The panel, REST and GraphQL save
 * through the Document Service.
 */
export const guardData = (strapi: Core.Strapi): void => {
  const models = modelsOf(strapi);
  strapi.documents.use((context, next) => {
    const { data } = context.params as { data?: unknown };
    if (data !== undefined && currentRequest(strapi) !== undefined) {
      checkData(data, models(context.uid), models);
    }
    return next();
  });
};
