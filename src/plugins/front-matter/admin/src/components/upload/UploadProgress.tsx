import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useSay } from '../../hooks/words/useSay';
import { Announcement } from '../parts/live/Announcement';
import { Confirm } from '../parts/Confirm';
import { ProgressBar } from '../progress/ProgressBar';

interface UploadProgressProps {
  readonly name: string;
  /** Bytes. */
  readonly sent: number;
  readonly total: number;
  readonly sizeText: (bytes: number) => string;
  readonly onCancel: () => void;
}

/** Percent from one announcement to the next. */
const STEP = 10;

/** How much of a file has been uploaded; it can be cancelled. */
export const UploadProgress = ({ name, sent, total, sizeText, onCancel }: UploadProgressProps) => {
  const say = useSay();
  const [isAsked, setAsked] = React.useState(false);
  const percent = Math.min(100, Math.floor((sent / total) * 100));
  const step = Math.floor(percent / STEP) * STEP;

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="min(100%, 50rem)">
      <Typography textAlign="center" style={{ overflowWrap: 'anywhere' }}>
        {say('upload.sending', { name })}
      </Typography>
      <ProgressBar label={say('upload.sending', { name })} percent={percent} />
      <Typography textAlign="center" textColor="neutral600">
        {percent === 100
          ? say('upload.checking')
          : say('upload.sent', { sent: sizeText(sent), total: sizeText(total) })}
      </Typography>
      <Box textAlign="center">
        <Button variant="danger-light" onClick={() => setAsked(true)}>
          {say('upload.cancel')}
        </Button>
      </Box>
      <Announcement>{say('upload.said', { step })}</Announcement>
      {isAsked && (
        <Confirm
          title={say('upload.cancel-title')}
          confirm={say('upload.cancel')}
          cancel={say('cancel.go-on')}
          isDangerous
          onConfirm={onCancel}
          onClose={() => setAsked(false)}
        >
          {say('upload.cancel-text')}
        </Confirm>
      )}
    </Flex>
  );
};
