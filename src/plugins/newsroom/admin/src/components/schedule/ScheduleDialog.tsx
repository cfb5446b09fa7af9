import * as React from 'react';
import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import type {
  DocumentSchedule,
  ScheduledDeed,
  ScheduleRequest,
} from '../../../../server/src/panel/schedule-contract';
import type { RefusedTimes } from '../../hooks/useSchedule';
import { useSay } from '../../hooks/useSay';
import { DEEDS } from '../../schedule/deeds';
import { instantOf, localTimeOf, ownZone } from '../../schedule/local-time';

interface ScheduleDialogProps {
  readonly schedule: DocumentSchedule;
  /** Whether the form has something that is not saved, and so would not be published. */
  readonly isModified: boolean;
  readonly refused: RefusedTimes | null;
  /** Answers whether the times were taken. */
  readonly onSave: (times: Omit<ScheduleRequest, 'locale'>) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Sets when a document is published and unpublished, in the editor's time zone. */
export const ScheduleDialog = ({
  schedule,
  isModified,
  refused,
  onSave,
  onClose,
}: ScheduleDialogProps) => {
  const say = useSay();
  const [times, setTimes] = React.useState({
    publish: localTimeOf(schedule.publish?.at ?? null),
    unpublish: localTimeOf(schedule.unpublish?.at ?? null),
  });
  const [isSaving, setSaving] = React.useState(false);
  const [unfinished, setUnfinished] = React.useState<ScheduledDeed | null>(null);
  const fields = {
    publish: React.useRef<HTMLInputElement>(null),
    unpublish: React.useRef<HTMLInputElement>(null),
  };
  const save = async (asked: Omit<ScheduleRequest, 'locale'>): Promise<void> => {
    setSaving(true);
    const isTaken = await onSave(asked);
    setSaving(false);
    if (isTaken) onClose();
  };
  /** What was not changed stays to the second. */
  const instant = (deed: ScheduledDeed): string | null => {
    const before = schedule[deed]?.at ?? null;
    return times[deed] === localTimeOf(before) ? before : instantOf(times[deed]);
  };
  const errorOf = (deed: ScheduledDeed): string | false => {
    if (unfinished === deed) return say('schedule.unfinished');
    return refused?.field === deed ? refused.message : false;
  };
  /** A date without a time of day is empty to the browser, and would be taken for never. */
  const saveTimes = async (): Promise<void> => {
    const deed = DEEDS.find((one) => fields[one].current?.validity.badInput === true) ?? null;
    setUnfinished(deed);
    if (deed !== null) {
      fields[deed].current?.focus();
      return;
    }
    await save({ publish: instant('publish'), unpublish: instant('unpublish') });
  };
  const field = (deed: ScheduledDeed) => (
    <Field.Root
      name={`schedule-${deed}`}
      error={errorOf(deed)}
      hint={say('schedule.zone', { zone: ownZone() })}
    >
      <Field.Label>{say(`schedule.${deed}-at`)}</Field.Label>
      <TextInput
        ref={fields[deed]}
        type="datetime-local"
        value={times[deed]}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
          setTimes({ ...times, [deed]: event.target.value })
        }
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
  const hasTimes = schedule.publish !== null || schedule.unpublish !== null;

  return (
    <Modal.Content>
      <Modal.Header closeLabel={say('terms.close')}>
        <Modal.Title>{say('schedule.title')}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>{say('schedule.explained')}</Typography>
          {isModified && (
            <Typography textColor="warning700">{say('schedule.save-first')}</Typography>
          )}
          {field('publish')}
          {field('unpublish')}
          {refused !== null && refused.field === null && (
            <Typography role="alert" textColor="danger600">
              {refused.message}
            </Typography>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {say('terms.cancel')}
        </Button>
        <Flex gap={2}>
          {hasTimes && (
            <Button
              variant="danger-light"
              disabled={isSaving}
              onClick={() => void save({ publish: null, unpublish: null })}
            >
              {say('schedule.clear')}
            </Button>
          )}
          <Button loading={isSaving} onClick={() => void saveTimes()}>
            {say('schedule.set')}
          </Button>
        </Flex>
      </Modal.Footer>
    </Modal.Content>
  );
};
