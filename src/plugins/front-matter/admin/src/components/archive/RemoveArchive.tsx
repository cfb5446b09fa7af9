import * as React from 'react';
import { Button } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { ListedArchive } from '../../../../server/src/panel/contract';
import { useSay } from '../../hooks/words/useSay';
import { useSend } from '../../hooks/useSend';
import { archiveAddress, ARCHIVES_PAGE } from '../../requests/addresses';
import { Confirm } from '../parts/Confirm';

interface RemoveArchiveProps {
  readonly archive: ListedArchive;
  /** Whether its files are used. */
  readonly isBusy: boolean;
}

/** The button that has the page forget an archive, once that is confirmed. */
export const RemoveArchive = ({ archive, isBusy }: RemoveArchiveProps) => {
  const say = useSay();
  const navigate = useNavigate();
  const [isAsked, setAsked] = React.useState(false);
  const { isSending, error, send } = useSend();
  const remove = async (): Promise<void> => {
    if ((await send('del', archiveAddress(archive.key))) !== null) navigate(ARCHIVES_PAGE);
  };

  return (
    <>
      <Button
        variant="danger-light"
        startIcon={<Trash aria-hidden />}
        disabled={isBusy}
        onClick={() => setAsked(true)}
      >
        {say('remove.button')}
      </Button>
      {isAsked && (
        <Confirm
          title={say('remove.title', { name: archive.name })}
          confirm={say('remove.confirm')}
          isDangerous
          isBusy={isSending}
          error={error}
          onConfirm={() => void remove()}
          onClose={() => setAsked(false)}
        >
          {say(`remove.text-${archive.origin}`)}
        </Confirm>
      )}
    </>
  );
};
