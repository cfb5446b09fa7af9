import * as React from 'react';
import { type FetchError, useAPIErrorHandler, useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type {
  DocumentSchedule,
  ScheduledDeed,
  ScheduleRequest,
} from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';

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

/**
 * When a document is published and unpublished.
 *
 * @param version changes where the server is to be asked again
 */
export const useSchedule = ({ uid, documentId, locale }: ScheduledForm, version: string) => {
  const { get, put } = useFetchClient();
  const { formatAPIError } = useAPIErrorHandler();
  const [schedule, setSchedule] = React.useState<DocumentSchedule | null>(null);
  const [refused, setRefused] = React.useState<RefusedTimes | null>(null);
  const address = `/${PLUGIN_ID}/schedules/${uid}/${documentId}`;

  React.useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      // Who may not see it goes on without.
      const answer = await get<Answer<DocumentSchedule>>(address, { params: { locale } }).catch(
        () => null
      );
      if (isCurrent) setSchedule(answer?.data.data ?? null);
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [get, address, locale, version]);

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
