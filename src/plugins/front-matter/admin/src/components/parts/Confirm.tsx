import type * as React from 'react';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useReturnFocus } from '../../hooks/useReturnFocus';
import { useSay } from '../../hooks/words/useSay';

interface ConfirmProps {
  readonly title: string;
  /** What will happen. */
  readonly children: React.ReactNode;
  /** What the button says that has it happen. */
  readonly confirm: string;
  /** What the button says that closes the dialog. */
  readonly cancel?: string;
  readonly isDangerous?: boolean;
  /** Whether it cannot be confirmed yet. */
  readonly isBlocked?: boolean;
  readonly isBusy?: boolean;
  /** Why it did not happen. */
  readonly error?: string | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something happens that is not easily taken back. */
export const Confirm = (props: ConfirmProps) => {
  const { isDangerous = false, isBlocked = false, isBusy = false, error = null } = props;
  const say = useSay();
  const onCloseAutoFocus = useReturnFocus();

  return (
    <Dialog.Root open onOpenChange={(isOpen: boolean) => !isOpen && props.onClose()}>
      <Dialog.Content onCloseAutoFocus={onCloseAutoFocus}>
        <Dialog.Header>{props.title}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" alignItems="stretch" gap={3} width="100%">
            {typeof props.children === 'string' ? (
              <Dialog.Description>{props.children}</Dialog.Description>
            ) : (
              props.children
            )}
            {error !== null && (
              <Typography role="alert" textColor="danger600">
                {error}
              </Typography>
            )}
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {props.cancel ?? say('dialog.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button
            fullWidth
            variant={isDangerous ? 'danger' : 'default'}
            disabled={isBlocked}
            loading={isBusy}
            onClick={props.onConfirm}
          >
            {props.confirm}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
