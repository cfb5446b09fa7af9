import { Box, Dialog, Typography } from '@strapi/design-system';
import { useAnswer } from 'strapi-plugin-kit/admin';
import { useIntl } from 'react-intl';
import type { Undoing } from '../../../../server/src/panel/run-contract';
import { useSay } from '../../hooks/words/useSay';
import { runAddress } from '../../requests/addresses';
import { Confirm } from '../parts/Confirm';
import { Note } from '../parts/Note';

const PARTS = ['made', 'changed', 'removed', 'terms'] as const;

const isNothing = (undoing: Undoing): boolean => PARTS.every((part) => undoing[part] === 0);

/** What a rollback would do, a sentence for each kind of document. */
const UndoingText = ({ undoing }: { readonly undoing: Undoing }) => {
  const say = useSay();
  const { formatDate } = useIntl();
  const parts = PARTS.filter((part) => undoing[part] > 0);
  const { run, archive, startedBy, startedAt, editedSince, goneSince } = undoing;

  return (
    <>
      <Dialog.Description>
        {say(archive === null ? 'undo.what' : 'undo.what-of', {
          run,
          kind: say(`kind.${undoing.kind}`),
          archive: archive ?? '',
          who: startedBy,
          when: formatDate(startedAt, { dateStyle: 'medium', timeStyle: 'short' }),
        })}
      </Dialog.Description>
      {parts.length === 0 ? (
        <Typography>{say('undo.nothing')}</Typography>
      ) : (
        <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
          {parts.map((part) => (
            <li key={part}>
              <Typography>{say(`undo.${part}`, { count: undoing[part] })}</Typography>
            </li>
          ))}
        </Box>
      )}
      {goneSince > 0 && <Typography>{say('undo.gone', { count: goneSince })}</Typography>}
      {editedSince > 0 && <Note kind="warning">{say('undo.edited', { count: editedSince })}</Note>}
    </>
  );
};

interface UndoDialogProps {
  readonly run: number;
  readonly isBusy: boolean;
  readonly error: string | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Shows what would be undone of a run, and then asks. */
export const UndoDialog = ({ run, isBusy, error, onConfirm, onClose }: UndoDialogProps) => {
  const say = useSay();
  const asked = useAnswer<Undoing>(`${runAddress(run)}/undoing`);

  return (
    <Confirm
      title={say('undo.title', { run })}
      confirm={say('undo.confirm')}
      isDangerous
      isBlocked={asked.data === null || isNothing(asked.data)}
      isBusy={isBusy}
      error={error ?? asked.error}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {asked.data === null ? (
        <Dialog.Description role="status">
          {asked.error === null ? say('undo.looking') : say('undo.unknown')}
        </Dialog.Description>
      ) : (
        <UndoingText undoing={asked.data} />
      )}
    </Confirm>
  );
};
