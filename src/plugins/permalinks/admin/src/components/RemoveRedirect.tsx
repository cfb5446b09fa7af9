import * as React from 'react';
import { Button, Dialog, IconButton } from '@strapi/design-system';
import { Trash, WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';

interface RemoveRedirectProps {
  readonly address: string;
  readonly onRemove: () => void;
}

/** The button that removes a redirect, once that is confirmed. */
export const RemoveRedirect = React.forwardRef<HTMLButtonElement, RemoveRedirectProps>(
  ({ address, onRemove }, ref) => {
    const { formatMessage } = useIntl();
    const say = (key: string, defaultMessage: string) =>
      formatMessage({ id: `${PLUGIN_ID}.panel.${key}`, defaultMessage }, { address });

    return (
      <Dialog.Root>
        <Dialog.Trigger>
          <IconButton
            ref={ref}
            label={say('remove', 'Remove the redirect from {address}')}
            variant="ghost"
          >
            <Trash />
          </IconButton>
        </Dialog.Trigger>
        <Dialog.Content>
          <Dialog.Header>{say('remove.title', 'Remove this redirect?')}</Dialog.Header>
          <Dialog.Body icon={<WarningCircle fill="danger600" />}>
            {say(
              'remove.body',
              'Whoever follows an old link to {address} will no longer come to this document.'
            )}
          </Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button fullWidth variant="tertiary">
                {say('remove.cancel', 'Cancel')}
              </Button>
            </Dialog.Cancel>
            <Dialog.Action>
              <Button fullWidth variant="danger-light" onClick={onRemove}>
                {say('remove.confirm', 'Remove')}
              </Button>
            </Dialog.Action>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    );
  }
);
RemoveRedirect.displayName = 'RemoveRedirect';
