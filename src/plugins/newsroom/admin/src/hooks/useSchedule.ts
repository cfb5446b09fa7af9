import * as React from 'react';
import { type FetchError, useAPIErrorHandler, useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type {
  DocumentSchedule,
  ScheduledDeed,
  ScheduleRequest,
} from '../../../server/src/panel/schedule-contract';
import { PLUGIN_ID } from '../plugin-id';
import { DEEDS } from '../schedule/deeds';

/** Why times were refused, and at which field. */
export interface RefusedTimes {
  readonly message: string;
  readonly field: ScheduledDeed | null;
}

interface ScheduledForm {
  readonly uid: string;
  readonly documentId: string;
  /** Empty for the usual one. */
  readonly locale: string;
}

interface Fault {
  readonly path?: readonly unknown[];
}

const fieldOf = (error: FetchError): ScheduledDeed | null => {
  const { errors } = (error.response?.data.error.details ?? {}) as { errors?: readonly Fault[] };
  const field = errors?.[0]?.path?.[0];
  return field === 'publish' || field === 'unpublish' ? field : null;
};

/** From a time to the first look whether it was kept, and from one look to the next; in milliseconds. */
const PAUSE = 3_000;

/** How long it is looked for: what has not been done by then waits for a server. */
const PATIENCE = 120_000;

/** The longest that a browser's timer can wait for. */
const LONGEST = 2 ** 31 - 1;

/** How long to wait with the next look; null where there is nothing to wait for. */
const waitFor = (schedule: DocumentSchedule, now: number): number | null => {
  const times = DEEDS.flatMap((deed) => {
    const time = schedule[deed];
    return time === null || time.failed !== null ? [] : [Date.parse(time.at)];
  });
  const next = Math.min(...times.filter((time) => now - time < PATIENCE));
  return Number.isFinite(next) ? Math.min(Math.max(next - now, 0) + PAUSE, LONGEST) : null;
};

/** Whether something that was to be done is not to be done any more. */
const isDone = (before: DocumentSchedule | null, now: DocumentSchedule | null): boolean =>
  before !== null && now !== null && DEEDS.some((deed) => before[deed] && !now[deed]);

/**
 * When a document is published and unpublished. The server is asked again when a time has come.
 *
 * @param version changes where the server is to be asked again
 * @param onDone called when a time was kept while the form is open
 */
export const useSchedule = (
  { uid, documentId, locale }: ScheduledForm,
  version: string,
  onDone: () => void
) => {
  const { get, put } = useFetchClient();
  const { formatAPIError } = useAPIErrorHandler();
  const [schedule, setSchedule] = React.useState<DocumentSchedule | null>(null);
  const [refused, setRefused] = React.useState<RefusedTimes | null>(null);
  const [looks, setLooks] = React.useState(0);
  const last = React.useRef<DocumentSchedule | null>(null);
  last.current = schedule;
  const asked = React.useRef('');
  const done = React.useRef(onDone);
  done.current = onDone;
  const address = `/${PLUGIN_ID}/schedules/${uid}/${documentId}`;

  React.useEffect(() => {
    const asking = `${address} ${locale}`;
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      // Who may not see it goes on without.
      const answer = await get<Answer<DocumentSchedule>>(address, { params: { locale } }).catch(
        () => null
      );
      if (!isCurrent) return;
      // A look that fails says nothing: the next one may not.
      const kept =
        looks > 0 && asked.current === asking ? last.current && { ...last.current } : null;
      const found = answer?.data.data ?? kept;
      if (looks > 0 && isDone(last.current, found)) done.current();
      asked.current = asking;
      setSchedule(found);
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [get, address, locale, version, looks]);

  React.useEffect(() => {
    const wait = schedule && waitFor(schedule, Date.now());
    if (wait === null) return undefined;
    const timer = setTimeout(() => setLooks((count) => count + 1), wait);
    return () => clearTimeout(timer);
  }, [schedule]);

  /** Answers whether the times were taken. */
  const save = async (times: Omit<ScheduleRequest, 'locale'>): Promise<boolean> => {
    setRefused(null);
    try {
      const { data } = await put<Answer<DocumentSchedule>>(address, { locale, ...times });
      setSchedule(data.data);
      return true;
    } catch (error) {
      const message = formatAPIError(error as FetchError);
      setRefused({ message, field: fieldOf(error as FetchError) });
      return false;
    }
  };
  return { schedule, refused, save, forgetRefused: () => setRefused(null) };
};
