import { Button, Flex, Typography } from '@strapi/design-system';
import type { Conflict } from '../../../../server/src/panel/conflict-contract';
import { chooseAll, type Choices, openFields } from '../../conflicts/choices';
import { useSay } from '../../hooks/words/useSay';
import { FieldChoice } from './FieldChoice';
import { OtherFields } from './OtherFields';

interface ConflictFormProps {
  readonly conflict: Conflict;
  readonly choices: Choices;
  /** Whether nothing can be chosen now. */
  readonly isDisabled: boolean;
  readonly onChange: (choices: Choices) => void;
}

/** The fields of a conflict, to be decided one by one or all alike. */
export const ConflictForm = ({ conflict, choices, isDisabled, onChange }: ConflictFormProps) => {
  const say = useSay();
  const fields = openFields(conflict);
  const others = conflict.details.filter(({ state }) => state !== 'conflict');

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {fields.length > 1 && (
        <Flex gap={2} wrap="wrap">
          <Button
            variant="tertiary"
            size="S"
            disabled={isDisabled}
            onClick={() => onChange(chooseAll(fields, 'site'))}
          >
            {say('conflict.all-site')}
          </Button>
          <Button
            variant="tertiary"
            size="S"
            disabled={isDisabled}
            onClick={() => onChange(chooseAll(fields, 'archive'))}
          >
            {say('conflict.all-archive')}
          </Button>
        </Flex>
      )}
      {fields.length === 0 && <Typography>{say('conflict.nothing')}</Typography>}
      {fields.map((field) => (
        <FieldChoice
          key={field.attribute}
          field={field}
          side={choices[field.attribute]}
          isDisabled={isDisabled}
          onChoose={(side) => onChange({ ...choices, [field.attribute]: side })}
        />
      ))}
      <OtherFields fields={others} />
    </Flex>
  );
};
