import { Box, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { FoundLink } from '../../../server/src/core/link-outcome';
import type { Preview } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';

/** The link that a source would have once it is saved, to be opened beside the form. */
export function LinkPreview({ preview, code }: { preview: Preview | null; code: string }) {
  const { formatMessage } = useIntl();
  if (preview === null) return null;
  if ('problem' in preview) {
    return (
      <Typography variant="pi" textColor="danger600" role="status">
        {preview.problem}
      </Typography>
    );
  }
  const { link, found, code: saved } = preview;
  return (
    <>
      {link !== null && (
        <Box style={{ overflowWrap: 'anywhere' }}>
          <Link href={link} isExternal>
            {link}
          </Link>
        </Box>
      )}
      {found !== null && <LastFinding found={found} />}
      {link === null && code !== '' && (
        <Typography variant="pi" textColor="neutral600" role="status">
          {formatMessage({
            id: `${PLUGIN_ID}.code.no-link`,
            defaultMessage: 'No link can be made from this code',
          })}
        </Typography>
      )}
      {(saved ?? '') !== code && (
        <Typography variant="pi" textColor="neutral600" role="status">
          {saved === null
            ? formatMessage({
                id: `${PLUGIN_ID}.code.saved-empty`,
                defaultMessage: 'Will be saved without a code, as the URL holds none',
              })
            : formatMessage(
                {
                  id: `${PLUGIN_ID}.code.saved-as`,
                  defaultMessage: 'Will be saved as {code}, the code in the URL',
                },
                { code: saved }
              )}
        </Typography>
      )}
    </>
  );
}

/** What became of the link when it was last checked. */
function LastFinding({ found: { outcome, status, checkedAt } }: { found: FoundLink }) {
  const { formatDate, formatMessage } = useIntl();
  const isWell = outcome === 'ok' || outcome === 'moved';
  const finding = formatMessage({ id: `${PLUGIN_ID}.outcome.${outcome}`, defaultMessage: outcome });

  return (
    <Typography variant="pi" textColor={isWell ? 'success600' : 'danger600'} role="status">
      {formatMessage(
        { id: `${PLUGIN_ID}.checked`, defaultMessage: 'Checked on {date}: {finding}' },
        {
          date: formatDate(checkedAt, { dateStyle: 'medium' }),
          finding: status === null ? finding : `${finding} (${status})`,
        }
      )}
    </Typography>
  );
}
