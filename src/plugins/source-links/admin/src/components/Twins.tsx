import { Box, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useHref } from 'react-router-dom';
import type { PreviewTwin } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';

/** A document that tells the same story; its form opens beside this one, which would be left otherwise. */
function Twin({ twin: { contentType, documentId, title, isPublished } }: { twin: PreviewTwin }) {
  const { formatMessage } = useIntl();
  const address = useHref(`/content-manager/collection-types/${contentType}/${documentId}`);
  const opens = formatMessage(
    { id: `${PLUGIN_ID}.twins.opens`, defaultMessage: '{title} (opens in another tab)' },
    { title }
  );
  const link = (
    <Link key={documentId} href={address} isExternal aria-label={opens}>
      {title}
    </Link>
  );

  return (
    <Typography
      variant="pi"
      textColor="neutral800"
      fontWeight="bold"
      tag="p"
      style={{ overflowWrap: 'anywhere' }}
    >
      {isPublished
        ? formatMessage(
            { id: `${PLUGIN_ID}.twins.published`, defaultMessage: 'Already published as {title}' },
            { title: link }
          )
        : formatMessage(
            {
              id: `${PLUGIN_ID}.twins.draft`,
              defaultMessage: 'There is a draft of it already: {title}',
            },
            { title: link }
          )}
    </Typography>
  );
}

/** Says which documents tell the same story already. It is read out when it changes. */
export function Twins({ twins }: { twins: readonly PreviewTwin[] }) {
  return (
    <Box role="status">
      {twins.map((twin) => (
        <Twin key={`${twin.contentType} ${twin.documentId}`} twin={twin} />
      ))}
    </Box>
  );
}
