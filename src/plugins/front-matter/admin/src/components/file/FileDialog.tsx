import * as React from 'react';
import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useAnswer } from 'strapi-plugin-kit/admin';
import type { ArchiveFile } from '../../../../server/src/panel/contract';
import { useReturnFocus } from '../../hooks/useReturnFocus';
import { useSay } from '../../hooks/words/useSay';
import { fileAddress } from '../../requests/addresses';
import { Code } from '../parts/Code';
import { Note } from '../parts/Note';

const FileText = React.lazy(() => import('./FileText'));

/** A place in a file, and what is said of it. */
interface FilePlace {
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string | null;
}

interface FileDialogProps {
  readonly archive: string;
  readonly place: FilePlace;
  readonly onClose: () => void;
}

/** A file as it stands in its archive, with a place in it marked. */
export const FileDialog = ({ archive, place, onClose }: FileDialogProps) => {
  const say = useSay();
  const onCloseAutoFocus = useReturnFocus();
  const { data: file, error } = useAnswer<ArchiveFile>(fileAddress(archive, place.path));
  const loading = <Typography role="status">{say('page.loading')}</Typography>;

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content
        aria-describedby={undefined}
        onCloseAutoFocus={onCloseAutoFocus}
        style={{ maxWidth: '110rem' }}
      >
        <Modal.Header closeLabel={say('dialog.close')}>
          <Modal.Title style={{ overflowWrap: 'anywhere' }}>{place.path}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {place.message !== null && (
              <Note kind="warning">
                {place.line !== null && (
                  <Code>
                    {say(place.column === null ? 'file.line' : 'file.place', {
                      line: place.line,
                      column: place.column ?? 0,
                    })}
                  </Code>
                )}
                <Typography style={{ overflowWrap: 'anywhere' }}>{place.message}</Typography>
              </Note>
            )}
            {error !== null && (
              <Note kind="danger" role="alert">
                {error}
              </Note>
            )}
            {file?.isCut === true && <Note kind="info">{say('file.cut')}</Note>}
            <Box minHeight="45vh">
              {file === null ? (
                error === null && loading
              ) : (
                <React.Suspense fallback={loading}>
                  <FileText file={file} line={place.line} column={place.column} />
                </React.Suspense>
              )}
            </Box>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Typography variant="pi" textColor="neutral600">
            {file !== null && say('file.encoding', { encoding: file.encoding })}
          </Typography>
          <Button variant="tertiary" onClick={onClose}>
            {say('dialog.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
