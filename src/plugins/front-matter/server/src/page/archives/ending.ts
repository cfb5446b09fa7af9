import type { Core } from '@strapi/strapi';

const controllers = new WeakMap<Core.Strapi, AbortController>();

const controllerOf = (strapi: Core.Strapi): AbortController => {
  const known = controllers.get(strapi);
  if (known !== undefined) return known;
  const controller = new AbortController();
  controllers.set(strapi, controller);
  return controller;
};

/** Aborted once the app ends. */
export const ending = (strapi: Core.Strapi): AbortSignal => controllerOf(strapi).signal;

/** Ends what the app is unpacking. */
export const end = (strapi: Core.Strapi): void => controllerOf(strapi).abort();
