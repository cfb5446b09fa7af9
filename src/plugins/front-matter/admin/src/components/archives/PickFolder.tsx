import * as React from 'react';
import { Button } from '@strapi/design-system';
import { Folder } from '@strapi/icons';
import { useSay } from '../../hooks/words/useSay';
import { FolderDialog } from './FolderDialog';

/** The button that opens the folders of the server. */
export const PickFolder = () => {
  const say = useSay();
  const [isOpen, setOpen] = React.useState(false);
  return (
    <>
      <Button variant="secondary" startIcon={<Folder aria-hidden />} onClick={() => setOpen(true)}>
        {say('folder.open')}
      </Button>
      {isOpen && <FolderDialog onClose={() => setOpen(false)} />}
    </>
  );
};
