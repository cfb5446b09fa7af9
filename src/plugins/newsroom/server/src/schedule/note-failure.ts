import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { LANGUAGES, type Language, saidIn } from 'strapi-plugin-kit/texts';

import { messages } from '../messages';
import { type Reason, SCHEDULE, type ScheduleRow } from './schedule';

/** How often something is tried that fails for no reason that an editor could mend. */
const ATTEMPTS = 5;

/** Until it is tried again, in milliseconds, for each time that it was tried. */
const PAUSE = 30_000;

/** Characters of a reason. */
const LENGTH = 1000;

interface Fault {
  readonly path?: readonly unknown[];
  readonly message?: unknown;
}

/** What an error says, and at which fields. */
const reasonIn = (language: Language, error: Error & { readonly details?: unknown }): string => {
  const faults = (error.details as { errors?: unknown } | undefined)?.errors;
  const said = (Array.isArray(faults) ? (faults as Fault[]) : []).map(({ path, message }) => {
    const at = Array.isArray(path) ? path.join('.') : '';
    const text = saidIn(language, new Error(String(message)));
    return at === '' || text.includes(at) ? text : `${at}: ${text}`;
  });
  const text = said.length > 0 ? said.join(' ') : saidIn(language, error);
  // Databases take neither half of a character nor NUL.
  return Array.from(text.replaceAll('\0', '')).slice(0, LENGTH).join('').toWellFormed();
};

const reasonOf = (say: (language: Language) => string): Reason =>
  Object.fromEntries(LANGUAGES.map((language) => [language, say(language)]));

/**
 * Notes why something was not done. What an editor can mend has failed for good; all else, as a database that was away,
 * is tried again after a while.
 */
export const noteFailure = async (
  strapi: Core.Strapi,
  row: ScheduleRow,
  error: unknown,
  now = Date.now()
): Promise<void> => {
  const isForEditors = error instanceof errors.ApplicationError;
  if (!isForEditors) strapi.log.error(error);
  const attempts = (row.attempts ?? 0) + 1;
  const rows = strapi.db.query(SCHEDULE);
  // An import may have set it later meanwhile.
  const where = { id: row.id, dueAt: { $lte: new Date(now) } };
  if (!isForEditors && attempts < ATTEMPTS) {
    const takenUntil = new Date(now + attempts * PAUSE);
    await rows.updateMany({ where, data: { attempts, takenBy: null, takenUntil } });
    return;
  }
  const reason = reasonOf((language) =>
    isForEditors ? reasonIn(language, error) : messages.in(language, 'schedule.failed')
  );
  await rows.updateMany({ where, data: { failedAt: new Date(now), reason } });
};
