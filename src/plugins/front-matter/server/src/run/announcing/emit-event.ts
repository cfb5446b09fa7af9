import type { Core } from '@strapi/strapi';

import { messageOf } from '../message-of';

/**
 * Emits an event, and waits for those who subscribe to it in this process. One that throws is logged:
 * what the run has written stays.
 */
export const emitEvent = async (
  strapi: Core.Strapi,
  name: string,
  payload: object
): Promise<void> => {
  try {
    await strapi.eventHub.emit(name, { ...payload });
  } catch (failure) {
    strapi.log.warn(`A subscriber of ${name} failed: ${messageOf(failure)}`);
  }
};
