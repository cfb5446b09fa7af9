import type { Core } from '@strapi/strapi';

/** Tells whether this process answers requests. */
export const isServing = ({ server }: Core.Strapi): boolean => server.httpServer.listening;
