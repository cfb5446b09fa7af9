import { errors } from '@strapi/utils';
import { z } from 'zod';

import { messages } from '../messages';

/** From an instant on, and until before another one. */
export interface Day {
  readonly from: string;
  readonly until: string;
}

/** Milliseconds: no day is longer, wherever clocks are changed. */
const LONGEST = 48 * 3600 * 1000;

const instants = z
  .string()
  .max(1000)
  .transform((text) => text.split(','))
  .pipe(z.array(z.iso.datetime({ offset: true })));

const isDay = ({ from, until }: Day): boolean => {
  const length = Date.parse(until) - Date.parse(from);
  return length > 0 && length <= LONGEST;
};

/**
 * Days one after the other, by the instants at which they begin and the last one ends: only a panel knows when it
 * is midnight for its editor.
 *
 * @param bounds what the panel has sent
 * @throws ValidationError for anything else than so many days
 */
export const readDays = (bounds: unknown, count: number): readonly Day[] => {
  const read = instants.safeParse(bounds);
  const days = (read.data ?? []).slice(1).map((until, index) => ({
    from: read.data?.[index] ?? until,
    until,
  }));
  if (days.length !== count || !days.every(isDay)) {
    throw messages.error(errors.ValidationError, 'home.bounds', { count: count + 1 });
  }
  return days;
};
