import * as React from 'react';
import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useAnswer } from 'strapi-plugin-kit/admin';
import { useNavigate } from 'react-router-dom';
import type {
  FolderList,
  FolderRequest,
  ListedArchive,
} from '../../../../server/src/panel/contract';
import { useReturnFocus } from '../../hooks/useReturnFocus';
import { useSay } from '../../hooks/words/useSay';
import { useSend } from '../../hooks/useSend';
import { archivePage, ARCHIVES, foldersAddress } from '../../requests/addresses';
import { Code } from '../parts/Code';
import { Note } from '../parts/Note';
import { Folders } from './Folders';

/** Picks a folder of the server, one of those that the configuration allows or one in them. */
export const FolderDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const say = useSay();
  const navigate = useNavigate();
  const onCloseAutoFocus = useReturnFocus();
  // The folders that were gone through; the list of roots stands before the first one.
  const [way, setWay] = React.useState<readonly string[]>([]);
  const path = way.at(-1) ?? '';
  const { data: list, error } = useAnswer<FolderList>(foldersAddress(path));
  const [name, setName] = React.useState('');
  const { isSending, error: refused, send } = useSend();
  const heading = React.useRef<HTMLParagraphElement>(null);
  const go = (next: readonly string[]): void => {
    setWay(next);
    // What was clicked is gone with the list that it stood in.
    heading.current?.focus();
  };
  const pick = async (): Promise<void> => {
    const request: FolderRequest = { folder: path, name: name.trim() || null };
    const answer = await send<ListedArchive>('post', ARCHIVES, request);
    if (answer !== null) navigate(archivePage(answer.data.key));
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content aria-describedby={undefined} onCloseAutoFocus={onCloseAutoFocus}>
        <Modal.Header closeLabel={say('dialog.close')}>
          <Modal.Title>{say('folder.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Flex justifyContent="space-between" gap={3} wrap="wrap">
              <Typography ref={heading} tag="p" tabIndex={-1}>
                {path === '' ? say('folder.roots') : <Code>{path}</Code>}
              </Typography>
              <Button
                variant="tertiary"
                size="S"
                disabled={way.length === 0}
                onClick={() => go(way.slice(0, -1))}
              >
                {say('folder.up')}
              </Button>
            </Flex>
            <Folders list={list} error={error} onOpen={(folder) => go([...way, folder])} />
            {list?.looksLikeArchive === true && (
              <Note kind="success" role="status">
                {say('folder.looks-right')}
              </Note>
            )}
            <Field.Root name="folder-name" hint={say('folder.name-hint')}>
              <Field.Label>{say('folder.name')}</Field.Label>
              <TextInput
                value={name}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                  setName(event.target.value)
                }
              />
              <Field.Hint />
            </Field.Root>
            {refused !== null && (
              <Note kind="danger" role="alert">
                {refused}
              </Note>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {say('dialog.cancel')}
          </Button>
          <Button disabled={path === ''} loading={isSending} onClick={() => void pick()}>
            {say('folder.pick')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
