import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { Overview } from '../../../../server/src/panel/contract';
import type { useCorrection } from '../../hooks/desk/useCorrection';
import { useSay } from '../../hooks/words/useSay';
import { Confirm } from '../parts/Confirm';
import { LiveBox } from '../parts/live/LiveBox';
import { Note } from '../parts/Note';

interface CorrectionButtonsProps {
  readonly overview: Pick<Overview, 'may' | 'running'>;
  readonly correcting: Omit<ReturnType<typeof useCorrection>, 'task'>;
  readonly text: string;
  /** Whether it is another than what is saved. */
  readonly isModified: boolean;
  /** Whether it is known that it would be a post. */
  readonly isReadable: boolean;
  readonly isBusy: boolean;
}

/** Saves a correction, imports the file with it, and withdraws it. */
export const CorrectionButtons = (props: CorrectionButtonsProps) => {
  const { overview, correcting, text, isModified, isReadable, isBusy } = props;
  const { correction, done, error, save, importNow, withdraw } = correcting;
  const say = useSay();
  const [isAsked, setAsked] = React.useState(false);
  const block = overview.running !== null ? 'running' : isReadable ? null : 'unreadable';
  const saveAndImport = async (): Promise<void> => {
    if (correction?.text === text || (await save(text))) await importNow();
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={3} wrap="wrap" alignItems="center">
        {overview.may.import && (
          <Button disabled={block !== null} loading={isBusy} onClick={() => void saveAndImport()}>
            {say('desk.save-and-import')}
          </Button>
        )}
        <Button
          variant="secondary"
          disabled={!isModified}
          loading={isBusy}
          onClick={() => void save(text)}
        >
          {say('desk.save')}
        </Button>
        {correction !== null && (
          <Button variant="danger-light" disabled={isBusy} onClick={() => setAsked(true)}>
            {say('desk.withdraw')}
          </Button>
        )}
        <Typography role="status" textColor="neutral600">
          {overview.may.import && block !== null && say(`desk.blocked-${block}`)}
        </Typography>
      </Flex>
      <LiveBox role="status">
        {done !== null && !isModified && <Note kind="success">{say(`desk.${done}`)}</Note>}
      </LiveBox>
      {error !== null && !isAsked && (
        <Note kind="danger" role="alert">
          {error}
        </Note>
      )}
      {isAsked && (
        <Confirm
          title={say('desk.withdraw-title')}
          confirm={say('desk.withdraw-confirm')}
          isDangerous
          isBusy={isBusy}
          error={error}
          onConfirm={() => void withdraw().then((isWithdrawn) => isWithdrawn && setAsked(false))}
          onClose={() => setAsked(false)}
        >
          {say('desk.withdraw-text')}
        </Confirm>
      )}
    </Flex>
  );
};
