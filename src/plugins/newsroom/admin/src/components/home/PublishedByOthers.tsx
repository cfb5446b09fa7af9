import * as React from 'react';
import { Box, Typography } from '@strapi/design-system';
import type { HomePublished } from '../../../../server/src/panel/home-contract';
import { boundsOf, localDays } from '../../days/local-days';
import { useAnswer } from 'strapi-plugin-kit/admin';
import { useSay } from '../../hooks/useSay';
import { PLUGIN_ID } from '../../plugin-id';
import { Answered } from './Answered';
import { DocumentRow } from './DocumentRow';

/** What was published today, where the editor is, and is made by others. */
export const PublishedByOthers = () => {
  const say = useSay();
  const [bounds] = React.useState(() => boundsOf(localDays(new Date(), 1)));
  const asked = useAnswer<readonly HomePublished[]>(`/${PLUGIN_ID}/home/published?${bounds}`);

  return (
    <Answered
      asked={asked}
      isEmpty={({ length }) => length === 0}
      none={say('home.published-none')}
    >
      {(published) => (
        <Box tag="ul" aria-label={say('home.published')}>
          {published.map((document) => (
            <DocumentRow
              key={`${document.documentId} ${document.locale ?? ''}`}
              document={document}
              dateForm={{ timeStyle: 'short' }}
            >
              <Typography variant="pi" textColor="neutral800">
                {document.by ?? say('home.by-nobody')}
              </Typography>
            </DocumentRow>
          ))}
        </Box>
      )}
    </Answered>
  );
};
