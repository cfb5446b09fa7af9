import type { Core } from '@strapi/strapi';

/** Those that take no more requests and are still at some. */
const ending = new WeakSet<Core.Strapi>();

/** Notes that an application takes no more requests, and finishes those that it is at. */
export const markEnding = (strapi: Core.Strapi): void => {
  ending.add(strapi);
};

/** Tells whether an application is at its last requests. */
export const isEnding = (strapi: Core.Strapi): boolean => ending.has(strapi);

/** Tells whether this process takes requests. */
export const isServing = ({ server }: Core.Strapi): boolean => server.httpServer.listening;
