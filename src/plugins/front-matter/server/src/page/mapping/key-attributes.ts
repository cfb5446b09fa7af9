import type { Core } from '@strapi/strapi';

import type { KeyAttribute } from '../../panel/mapping-contract';
import { WHOLE } from '../../site/checks/clash-of';
import { listFillable } from '../../site/schema/find-attribute';
import type { Target } from '../../site/target';

/** The attributes of a type that keys of files may become. */
export const keyAttributes = (strapi: Core.Strapi, target: Target): readonly KeyAttribute[] => {
  const fieldOf = new Map([...target.fields].map(([field, { name }]) => [name, field]));
  return listFillable(strapi, target.uid).map(({ name, type, isRequired, shape }) => {
    const field = fieldOf.get(name) ?? null;
    const isOffered = field === null || !WHOLE.has(field);
    return { name, type, isRequired, ...shape, field, isOffered, by: [] };
  });
};
