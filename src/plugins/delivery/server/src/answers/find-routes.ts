import { type Core, factories, type UID } from '@strapi/strapi';
import { apiRoutesOf, innerAction } from 'strapi-plugin-kit/answers';

import type { Route } from './request-form';

type Actions = Readonly<Record<string, unknown>>;

const isEmpty = (list: unknown): boolean =>
  list === undefined || (Array.isArray(list) && list.length === 0);

/** Whether an object's actions are Strapi's own, apart from what only adds fields to answers. */
const isCore = (own: Actions, core: Actions, names: readonly string[]): boolean =>
  names.every((name) => {
    const [action, stock] = [own[name], core[name]];
    return (
      typeof action === 'function' &&
      typeof stock === 'function' &&
      String(innerAction(action as () => unknown)) === String(stock)
    );
  });

const ACTIONS = ['find', 'findOne'] as const;

/**
 * Finds where the documents of a type are asked for.
 *
 * @returns why that is left to Strapi, where the application does more there than Strapi would: has
 *   a controller, a service, policies or middlewares of its own
 */
export const findRoute = (strapi: Core.Strapi, uid: UID.ContentType): Route | string => {
  const wanted = new Set(ACTIONS.map((action) => `${uid}.${action}`));
  const routes = apiRoutesOf(strapi, uid).filter(({ handler }) => wanted.has(String(handler)));
  const [list] = routes.filter(({ handler }) => handler === `${uid}.find`);
  if (list === undefined) return 'it has no list';
  if (!routes.every(({ method }) => method === 'GET')) return 'its routes are of another method';
  if (!routes.every(({ config }) => isEmpty(config?.policies) && isEmpty(config?.middlewares))) {
    return 'its routes have policies or middlewares';
  }
  const [one] = routes.filter(({ handler }) => handler === `${uid}.findOne`);
  if (one !== undefined && one.path !== `${list.path}/:id`)
    return 'its routes are not beside each other';
  const context = { strapi };
  const controller = factories.createCoreController(uid)(context) as unknown as Actions;
  if (
    !isCore(strapi.controller(uid as UID.Controller) as unknown as Actions, controller, ACTIONS)
  ) {
    return 'it has a controller of its own';
  }
  const service = factories.createCoreService(uid)(context) as unknown as Actions;
  if (!isCore(strapi.service(uid as UID.Service) as unknown as Actions, service, ACTIONS)) {
    return 'it has a service of its own';
  }
  const prefix: unknown = strapi.config.get('api.rest.prefix', '/api');
  return { uid, path: `${String(prefix)}${list.path}` };
};
