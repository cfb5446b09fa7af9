import * as React from 'react';
import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import type { MediaFile } from '../core/media-file';
import { useBodyWords } from '../hooks/useBodyWords';

interface AltTextDialogProps {
  /** Images that the media library has no text for. */
  readonly images: readonly MediaFile[];
  readonly onClosed: () => void;
  /** Called with a text for each image, in their order. */
  readonly onDone: (texts: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Asks what is to be read instead of images that have no such text. */
export const AltTextDialog = ({ images, onClosed, onDone, onCancel }: AltTextDialogProps) => {
  const say = useBodyWords();
  const [texts, setTexts] = React.useState<readonly string[]>(images.map(() => ''));

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onCancel()}>
      <Modal.Content
        aria-describedby={undefined}
        onCloseAutoFocus={(event: Event) => {
          event.preventDefault();
          onClosed();
        }}
      >
        <Modal.Header closeLabel={say('close', 'Close')}>
          <Modal.Title>{say('alt.title', 'What the images show')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex
            direction="column"
            alignItems="stretch"
            gap={4}
            onKeyDown={(event: React.KeyboardEvent) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              onDone(texts);
            }}
          >
            <Typography>
              {say(
                'alt.explained',
                'Read by those who cannot see them. Leave it empty for an image that is decoration alone.'
              )}
            </Typography>
            {images.map(({ name }, at) => (
              <Field.Root key={at} name={`newsroom-alt-${at}`}>
                <Field.Label>{name}</Field.Label>
                <TextInput
                  value={texts[at] ?? ''}
                  onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
                    const { value } = event.target;
                    setTexts((all) => all.map((text, index) => (index === at ? value : text)));
                  }}
                />
              </Field.Root>
            ))}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onCancel}>
            {say('cancel', 'Cancel')}
          </Button>
          <Button onClick={() => onDone(texts)}>{say('alt.insert', 'Put them in')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
