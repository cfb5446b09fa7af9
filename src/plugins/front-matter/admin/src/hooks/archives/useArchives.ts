import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { OriginArchives } from '../../../../server/src/panel/origin-contract';
import { PLUGIN_ID } from '../../plugin-id';

/** The archives that documents of a type may be from; null as long as that is not known. */
export const useArchives = (uid: string): OriginArchives | null => {
  const { get } = useFetchClient();
  const [archives, setArchives] = React.useState<OriginArchives | null>(null);

  React.useEffect(() => {
    let isCurrent = true;
    get<Answer<OriginArchives>>(`/${PLUGIN_ID}/origin/${uid}`).then(
      ({ data }) => {
        if (isCurrent) setArchives(data.data);
      },
      () => {
        if (isCurrent) setArchives([]);
      }
    );
    return () => {
      isCurrent = false;
    };
  }, [get, uid]);
  return archives;
};
