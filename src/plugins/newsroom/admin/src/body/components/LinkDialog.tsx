import * as React from 'react';
import { Button, Field, Flex, Modal, TextInput } from '@strapi/design-system';
import { isLinkAddress } from '../core/edits/links';
import { useBodyWords } from '../hooks/useBodyWords';

interface LinkDialogProps {
  /** Where the link leads that is there already; null for a new one. */
  readonly address: string | null;
  /** Whether nothing is selected that could be read as the link. */
  readonly needsLabel: boolean;
  readonly onClose: () => void;
  /** Called when the dialog has gone and the focus is to be given back. */
  readonly onClosed: () => void;
  readonly onSet: (link: { readonly address: string; readonly label: string }) => void;
  readonly onRemove: () => void;
}

/** Asks where a link is to lead. */
export const LinkDialog = (props: LinkDialogProps) => {
  const { needsLabel, onClose, onSet } = props;
  const say = useBodyWords();
  const [address, setAddress] = React.useState(props.address ?? '');
  const [label, setLabel] = React.useState('');
  const [isTried, setTried] = React.useState(false);
  const isWrong = isTried && !isLinkAddress(address);
  const take = (): void => {
    setTried(true);
    if (!isLinkAddress(address)) return;
    onSet({ address: address.trim(), label });
    onClose();
  };
  // It is no form of its own: what is sent in it would be sent from the form around the editor.
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    take();
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content
        aria-describedby={undefined}
        onCloseAutoFocus={(event: Event) => {
          event.preventDefault();
          props.onClosed();
        }}
      >
        <Modal.Header closeLabel={say('close', 'Close')}>
          <Modal.Title>{say('link', 'Link')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4} onKeyDown={onKeyDown}>
            <Field.Root
              name="newsroom-link-address"
              required
              error={
                isWrong &&
                say('link.wrong', 'Write an address, as https://example.com/ or /a-page/.')
              }
            >
              <Field.Label>{say('link.address', 'Address')}</Field.Label>
              <TextInput
                value={address}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                  setAddress(event.target.value)
                }
              />
              <Field.Error />
            </Field.Root>
            {needsLabel && (
              <Field.Root name="newsroom-link-label">
                <Field.Label>{say('link.label', 'Text')}</Field.Label>
                <TextInput
                  value={label}
                  onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                    setLabel(event.target.value)
                  }
                />
              </Field.Root>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          {props.address === null ? (
            <Button variant="tertiary" onClick={onClose}>
              {say('cancel', 'Cancel')}
            </Button>
          ) : (
            <Button
              variant="danger-light"
              onClick={() => {
                props.onRemove();
                onClose();
              }}
            >
              {say('link.remove', 'Remove the link')}
            </Button>
          )}
          <Button onClick={take}>{say('link.set', 'Set the link')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
