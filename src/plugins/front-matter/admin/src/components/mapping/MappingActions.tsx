import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { MappingForm } from '../../hooks/archives/useMapping';
import { useSay } from '../../hooks/words/useSay';
import { Confirm } from '../parts/Confirm';

interface MappingActionsProps {
  readonly form: MappingForm;
  /** Whether a preview could begin, were it saved. */
  readonly mayPreview: boolean;
  /** Whether something is done with the archive, so that nothing can be saved. */
  readonly isBusy: boolean;
}

/** Saves what was changed of a mapping, or gives it up. */
export const MappingActions = ({ form, mayPreview, isBusy }: MappingActionsProps) => {
  const say = useSay();
  const [isAsking, setAsking] = React.useState(false);
  const { isModified, isSaved, isSending, data } = form;

  return (
    <Flex gap={2} alignItems="center" wrap="wrap">
      <Button
        disabled={!isModified || !mayPreview || isBusy}
        loading={isSending}
        onClick={() => void form.saveAndPreview()}
      >
        {say('mapping.save-and-preview')}
      </Button>
      <Button
        variant="secondary"
        disabled={!isModified || isBusy || isSending}
        onClick={() => void form.save()}
      >
        {say('settings.save')}
      </Button>
      {isModified && (
        <Button variant="tertiary" disabled={isSending} onClick={form.discard}>
          {say('settings.discard')}
        </Button>
      )}
      {data?.mapping.isSaved === true && (
        <Button variant="tertiary" disabled={isBusy || isSending} onClick={() => setAsking(true)}>
          {say('mapping.reset')}
        </Button>
      )}
      <Typography role="status" textColor="neutral600">
        {isBusy && say('mapping.busy')}
        {!isBusy && isModified && say('settings.unsaved')}
        {!isBusy && !isModified && isSaved && say('settings.saved')}
      </Typography>
      {isAsking && (
        <Confirm
          title={say('mapping.reset-title')}
          confirm={say('mapping.reset')}
          cancel={say('dialog.cancel')}
          isDangerous
          onConfirm={() => {
            setAsking(false);
            void form.reset();
          }}
          onClose={() => setAsking(false)}
        >
          {say('mapping.reset-text')}
        </Confirm>
      )}
    </Flex>
  );
};
