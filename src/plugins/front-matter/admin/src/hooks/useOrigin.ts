import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { Origin } from '../../../server/src/panel/origin-contract';
import { PLUGIN_ID } from '../plugin-id';

/** A document in one language, as the panel knows it. */
export interface OpenDocument {
  readonly uid: string;
  readonly documentId: string;
  /** Null for the usual one. */
  readonly locale: string | null;
}

/**
 * Where a document came from; null as long as that is not known, and for what no import made.
 *
 * @param open null where there is nothing to ask
 * @param version changes with every save
 */
export const useOrigin = (open: OpenDocument | null, version: string): Origin | null => {
  const { get } = useFetchClient();
  const [origin, setOrigin] = React.useState<Origin | null>(null);
  const path = open && `/${PLUGIN_ID}/origin/${open.uid}/${open.documentId}`;
  const locale = open?.locale ?? '';

  React.useEffect(() => {
    if (path === null) return undefined;
    let isCurrent = true;
    get<Answer<Origin | null>>(path, { params: locale === '' ? {} : { locale } }).then(
      ({ data }) => {
        if (isCurrent) setOrigin(data.data);
      },
      // A form works without it.
      () => {
        if (isCurrent) setOrigin(null);
      }
    );
    return () => {
      isCurrent = false;
    };
  }, [get, path, locale, version]);

  // What was asked of another document is none of this one's.
  React.useEffect(() => () => setOrigin(null), [path, locale]);
  return origin;
};
