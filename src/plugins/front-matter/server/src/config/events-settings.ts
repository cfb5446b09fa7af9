import { orElse, wholeNumber } from 'strapi-plugin-kit/config';
import { z } from 'zod';

/** What runs tell while they are at work; that they have ended they always tell. */
export const eventsSchema = z
  .strictObject({
    /** Whether each document that a run writes is told of. */
    entries: z.boolean().default(false),
    /** How many documents one event tells of at most. */
    batch: orElse(wholeNumber(1, 1_000), 100),
  })
  .prefault({});

export type EventsSettings = z.output<typeof eventsSchema>;
