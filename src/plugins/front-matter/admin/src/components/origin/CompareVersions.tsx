import { Button, Field, Flex, Grid, Modal, Textarea, Typography } from '@strapi/design-system';
import type { ArchivedValue } from '../../../../server/src/panel/origin-contract';
import { useSay } from '../../hooks/words/useSay';
import { shownVersions } from './archived-value';

interface CompareVersionsProps {
  /** What the form calls the field. */
  readonly label: string;
  readonly archived: ArchivedValue;
  /** The form's value. */
  readonly own: unknown;
  /** Whether the file has changed since, so that it says something else by now. */
  readonly isOld: boolean;
  /** Why it cannot be taken; null where it can. */
  readonly obstacle: 'origin.no-field' | 'origin.may-not' | null;
  readonly onTake: () => void;
}

interface VersionProps {
  readonly title: string;
  readonly label: string;
  readonly text: string;
}

const Version = ({ title, label, text }: VersionProps) => {
  const say = useSay();
  return (
    <Grid.Item col={6} xs={12} direction="column" alignItems="stretch" gap={2}>
      <Field.Root name={`${title} ${label}`}>
        <Field.Label>{title}</Field.Label>
        <Textarea value={text} placeholder={say('origin.empty')} readOnly rows={10} />
      </Field.Root>
    </Grid.Item>
  );
};

/** What the archive has of a field, beside what is in the form. */
export const CompareVersions = ({
  label,
  archived,
  own,
  isOld,
  obstacle,
  onTake,
}: CompareVersionsProps) => {
  const say = useSay();
  const { archived: theirs, now } = shownVersions(archived, own);
  const isThere = theirs !== null;

  return (
    <Modal.Content>
      <Modal.Header>
        <Modal.Title>{say('origin.compare-title', { field: label })}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        {isThere ? (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Grid.Root gap={4}>
              <Version
                title={say(isOld ? 'origin.theirs-before' : 'origin.theirs')}
                label={label}
                text={theirs}
              />
              <Version title={say('origin.now')} label={label} text={now} />
            </Grid.Root>
            <Typography>{say(obstacle ?? 'origin.explained')}</Typography>
          </Flex>
        ) : (
          <Typography>
            {say(archived.kind === 'unreadable' ? 'origin.unreadable' : 'origin.unkept')}
          </Typography>
        )}
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{say('origin.close')}</Button>
        </Modal.Close>
        {isThere && (
          <Button disabled={obstacle !== null} onClick={onTake}>
            {say('origin.take')}
          </Button>
        )}
      </Modal.Footer>
    </Modal.Content>
  );
};
