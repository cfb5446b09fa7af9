import { Dialog, Typography } from '@strapi/design-system';
import type { ArchiveDetail } from '../../../../server/src/panel/contract';
import type { Task } from '../../../../server/src/panel/task-contract';
import { useCountWords } from '../../hooks/words/useCountWords';
import { useSay } from '../../hooks/words/useSay';
import { useSend } from '../../hooks/useSend';
import { archiveAddress } from '../../requests/addresses';
import { Confirm } from '../parts/Confirm';
import { Note } from '../parts/Note';

interface ImportDialogProps {
  readonly archive: ArchiveDetail;
  /** Whether it was previewed since the last import. */
  readonly hasPreview: boolean;
  readonly onStarted: () => void;
  readonly onClose: () => void;
}

/** Says what an import will do, and asks. */
export const ImportDialog = ({ archive, hasPreview, onStarted, onClose }: ImportDialogProps) => {
  const say = useSay();
  const inWords = useCountWords();
  const { isSending, error, send } = useSend();
  const { key, name, preview, options, correctedSince } = archive;
  const start = async (): Promise<void> => {
    const answer = await send<Task>('post', `${archiveAddress(key)}/import`);
    if (answer !== null) onStarted();
  };

  return (
    <Confirm
      title={say('import.dialog', { name })}
      confirm={say('import.start')}
      isBusy={isSending}
      error={error}
      onConfirm={() => void start()}
      onClose={onClose}
    >
      <Dialog.Description>
        {hasPreview && preview !== null
          ? say('import.will', { counts: inWords(preview) })
          : say('import.unseen')}
      </Dialog.Description>
      {hasPreview && correctedSince > 0 && (
        <Note kind="info">{say('import.corrected', { count: correctedSince })}</Note>
      )}
      {options.onConflict === 'overwrite' && <Note kind="warning">{say('import.overwrites')}</Note>}
      {options.unpublishMissing && <Note kind="warning">{say('import.unpublishes')}</Note>}
      <Typography>{say('import.undoable')}</Typography>
    </Confirm>
  );
};
