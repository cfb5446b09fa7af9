import { Box, Status, Typography } from '@strapi/design-system';
import type { HomeDraft } from '../../../../server/src/panel/home-contract';
import { useAnswer } from 'strapi-plugin-kit/admin';
import { useSay } from '../../hooks/useSay';
import { PLUGIN_ID } from '../../plugin-id';
import { Answered } from './Answered';
import { DocumentRow } from './DocumentRow';

/** What the editor has begun or changed, and not published since. */
export const MyDrafts = () => {
  const say = useSay();
  const asked = useAnswer<readonly HomeDraft[]>(`/${PLUGIN_ID}/home/drafts`);

  return (
    <Answered asked={asked} isEmpty={({ length }) => length === 0} none={say('home.drafts-none')}>
      {(drafts) => (
        <Box tag="ul" aria-label={say('home.drafts')}>
          {drafts.map((draft) => (
            <DocumentRow
              key={`${draft.documentId} ${draft.locale ?? ''}`}
              document={draft}
              dateForm={{ dateStyle: 'short', timeStyle: 'short' }}
            >
              <Status size="XS" variant={draft.isPublished ? 'alternative' : 'secondary'}>
                <Typography tag="span" variant="pi" fontWeight="bold">
                  {say(draft.isPublished ? 'home.modified' : 'home.draft')}
                </Typography>
              </Status>
            </DocumentRow>
          ))}
        </Box>
      )}
    </Answered>
  );
};
