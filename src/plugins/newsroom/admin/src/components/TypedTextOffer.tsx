import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Offer } from '../hooks/useTypedText';
import { PLUGIN_ID } from '../plugin-id';

/** Offers what was typed before, and not saved. */
export const TypedTextOffer = ({ offer }: { readonly offer: Offer }) => {
  const { formatMessage, formatDate } = useIntl();
  const at = formatDate(offer.at, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="status">
      <Typography>
        {formatMessage(
          {
            id: `${PLUGIN_ID}.typed.said`,
            defaultMessage: 'You typed something here that was not saved, on {at}.',
          },
          { at }
        )}
      </Typography>
      <Button variant="secondary" onClick={() => offer.restore()}>
        {formatMessage({ id: `${PLUGIN_ID}.typed.restore`, defaultMessage: 'Put it back' })}
      </Button>
      <Button variant="tertiary" onClick={() => offer.drop()}>
        {formatMessage({ id: `${PLUGIN_ID}.typed.drop`, defaultMessage: 'Throw it away' })}
      </Button>
    </Flex>
  );
};
