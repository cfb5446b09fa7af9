import * as React from 'react';
import { unstable_useContentManagerContext, useForm } from '@strapi/strapi/admin';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../../plugin-id';
import { holdTo } from '../../requests/readings';
import type { Conflict, Refusal } from '../../requests/saves';
import { ConflictRow, type Choice } from './ConflictRow';

interface ConflictPanelProps {
  readonly refusal: Refusal;
  /** Called when it is decided what is to be saved. */
  readonly onDone: () => void;
}

const leadsToOne = (attribute: object | undefined): boolean =>
  attribute !== undefined && 'relation' in attribute && /ToOne$/u.test(String(attribute.relation));

const UNTOUCHED = { connect: [], disconnect: [] };

/**
 * A form's value of an attribute whose other version is taken. Of anything but a plain value it is what the form
 * was made from: it has been loaded anew by then, and has its own form of lists and files.
 */
const theirsOf = ({ now }: Conflict, own: unknown, loaded: unknown): unknown => {
  if (typeof own === 'object' && own !== null && 'connect' in own) return UNTOUCHED;
  return typeof now === 'object' && now !== null ? loaded : now;
};

/** Shows what both have changed side by side, until it is decided what is to be saved. */
export const ConflictPanel = ({ refusal, onDone }: ConflictPanelProps) => {
  const { formatMessage } = useIntl();
  const values = useForm('Newsroom', (form) => form.values as Readonly<Record<string, unknown>>);
  const initialValues = useForm(
    'Newsroom',
    (form) => form.initialValues as Readonly<Record<string, unknown>>
  );
  const setValues = useForm('Newsroom', (form) => form.setValues);
  const setErrors = useForm('Newsroom', (form) => form.setErrors);
  const { layout } = unstable_useContentManagerContext();
  const [isOpen, setOpen] = React.useState(true);
  const [choices, setChoices] = React.useState<Readonly<Record<string, Choice>>>({});
  const say = (key: string, defaultMessage: string) =>
    formatMessage({ id: `${PLUGIN_ID}.conflicts.${key}`, defaultMessage });
  React.useEffect(() => {
    setOpen(true);
    setChoices({});
  }, [refusal]);

  const { key, conflicts, reading } = refusal;
  const fields = layout.edit.layout.flat(2);
  const fieldOf = ({ attribute }: Conflict) => fields.find(({ name }) => name === attribute);
  const labelOf = (conflict: Conflict): string => fieldOf(conflict)?.label ?? conflict.attribute;
  const choiceOf = ({ attribute }: Conflict): Choice | undefined => choices[attribute];
  const decide = (): void => {
    const decided = conflicts.map((conflict) => {
      const own = values[conflict.attribute];
      const choice = choiceOf(conflict);
      const value =
        choice?.take === 'own'
          ? (choice.text ?? own)
          : theirsOf(conflict, own, initialValues[conflict.attribute]);
      return [conflict.attribute, value] as const;
    });
    if (reading !== null) {
      holdTo(
        key,
        reading,
        conflicts.map(({ attribute }) => attribute)
      );
    }
    setErrors({});
    setValues({ ...values, ...Object.fromEntries(decided) });
    setOpen(false);
    onDone();
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography>
        {say('said', 'Somebody else has changed this document since you opened it.')}
      </Typography>
      <Modal.Root open={isOpen} onOpenChange={setOpen}>
        <Modal.Trigger>
          <Button variant="secondary">{say('compare', 'Compare')}</Button>
        </Modal.Trigger>
        <Modal.Content>
          <Modal.Header>
            <Modal.Title>{say('title', 'Two versions')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={6}>
              <Typography>
                {say(
                  'explained',
                  'Nothing was saved. Choose for each field what is to be saved, then save again.'
                )}
              </Typography>
              {conflicts.map((conflict) => (
                <ConflictRow
                  key={conflict.attribute}
                  conflict={conflict}
                  label={labelOf(conflict)}
                  own={values[conflict.attribute]}
                  isOne={leadsToOne(fieldOf(conflict)?.attribute)}
                  choice={choiceOf(conflict)}
                  onChoose={(choice) =>
                    setChoices((others) => ({ ...others, [conflict.attribute]: choice }))
                  }
                />
              ))}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Modal.Close>
              <Button variant="tertiary">{say('later', 'Later')}</Button>
            </Modal.Close>
            <Button
              disabled={!conflicts.every((conflict) => choiceOf(conflict) !== undefined)}
              onClick={decide}
            >
              {say('apply', 'Use these')}
            </Button>
          </Modal.Footer>
        </Modal.Content>
      </Modal.Root>
    </Flex>
  );
};
