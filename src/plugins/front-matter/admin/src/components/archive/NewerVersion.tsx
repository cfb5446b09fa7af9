import * as React from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Upload as UploadIcon } from '@strapi/icons';
import type { ListedArchive } from '../../../../server/src/panel/contract';
import { useReturnFocus } from '../../hooks/useReturnFocus';
import { useSay } from '../../hooks/words/useSay';
import type { Upload } from '../../hooks/archives/useUpload';
import { DropZone } from '../upload/DropZone';

interface NewerVersionProps {
  /** The archive's key. */
  readonly archive: string;
  readonly upload: Upload;
  readonly most: number;
  /** Whether its files are used, so that they cannot be replaced. */
  readonly isBusy: boolean;
  /** @param added the archive as it is now, its new files not unpacked yet */
  readonly onAdded: (added: ListedArchive) => void;
}

const VersionDialog = (
  props: Omit<NewerVersionProps, 'isBusy' | 'onAdded'> & { readonly onClose: () => void }
) => {
  const say = useSay();
  const onCloseAutoFocus = useReturnFocus();
  const close = (isOpen: boolean): void => {
    // An upload is cancelled by its own button, which asks.
    if (!isOpen && props.upload.file === null) props.onClose();
  };
  return (
    <Modal.Root open onOpenChange={close}>
      <Modal.Content aria-describedby={undefined} onCloseAutoFocus={onCloseAutoFocus}>
        <Modal.Header closeLabel={say('dialog.close')}>
          <Modal.Title>{say('newer.button')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{say('newer.hint')}</Typography>
            <DropZone upload={props.upload} most={props.most} archive={props.archive} />
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};

/** The button that has an archive's files replaced by those of a newer version. */
export const NewerVersion = ({ isBusy, onAdded, ...props }: NewerVersionProps) => {
  const say = useSay();
  const [isOpen, setOpen] = React.useState(false);
  const { added } = props.upload;
  const latest = React.useRef(onAdded);
  latest.current = onAdded;
  React.useEffect(() => {
    if (added === null) return;
    setOpen(false);
    latest.current(added);
  }, [added]);

  return (
    <>
      <Button
        variant="secondary"
        size="S"
        startIcon={<UploadIcon aria-hidden />}
        disabled={isBusy}
        onClick={() => setOpen(true)}
      >
        {say('newer.button')}
      </Button>
      {isOpen && <VersionDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
};
