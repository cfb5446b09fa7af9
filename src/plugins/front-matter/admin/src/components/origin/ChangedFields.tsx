import * as React from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import {
  unstable_useContentManagerContext as useContentManagerContext,
  useDocumentRBAC,
  useForm,
} from '@strapi/strapi/admin';
import type { ChangedAttribute, Origin } from '../../../../server/src/panel/origin-contract';
import { useSay } from '../../hooks/words/useSay';
import { formValueOf } from './archived-value';
import { CompareVersions } from './CompareVersions';

interface ChangedFieldsProps {
  readonly changed: readonly ChangedAttribute[];
  readonly status: Origin['status'];
}

/** The fields that an editor has changed since the import, each with a way to take the archive's version. */
export const ChangedFields = ({ changed, status }: ChangedFieldsProps) => {
  const say = useSay();
  const { layout } = useContentManagerContext();
  const values = useForm('Origin', (form) => form.values as Readonly<Record<string, unknown>>);
  const setValues = useForm('Origin', (form) => form.setValues);
  const writable = useDocumentRBAC('Origin', ({ canUpdateFields }) => canUpdateFields);
  const [open, setOpen] = React.useState<string | null>(null);
  const [taken, setTaken] = React.useState<ReadonlySet<string>>(new Set());
  // Once it is saved, or loaded anew, it is the server that tells what is changed.
  React.useEffect(() => setTaken(new Set()), [changed]);
  const fields = layout.edit.layout.flat(2);
  const fieldOf = (name: string) => fields.find((field) => field.name === name);
  const obstacleTo = ({ attribute }: ChangedAttribute) => {
    if (fieldOf(attribute) === undefined) return 'origin.no-field';
    return writable?.includes(attribute) === true ? null : 'origin.may-not';
  };
  const take = ({ attribute, archived }: ChangedAttribute): void => {
    setValues({ ...values, [attribute]: formValueOf(archived) });
    setTaken((others) => new Set([...others, attribute]));
    setOpen(null);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="pi" fontWeight="bold">
        {say('origin.changed')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {changed.map((each) => {
          const { attribute, archived } = each;
          const label = fieldOf(attribute)?.label ?? attribute;
          return (
            <Flex key={attribute} tag="li" direction="column" alignItems="stretch" gap={1}>
              <Flex justifyContent="space-between" gap={2}>
                <Typography>{label}</Typography>
                <Modal.Root
                  open={open === attribute}
                  onOpenChange={(isOpen) => setOpen(isOpen ? attribute : null)}
                >
                  <Modal.Trigger>
                    <Button
                      variant="tertiary"
                      size="S"
                      aria-label={say('origin.compare-field', { field: label })}
                    >
                      {say('origin.compare')}
                    </Button>
                  </Modal.Trigger>
                  <CompareVersions
                    label={label}
                    archived={archived}
                    own={values[attribute]}
                    isOld={status === 'conflict'}
                    obstacle={obstacleTo(each)}
                    onTake={() => take(each)}
                  />
                </Modal.Root>
              </Flex>
              {taken.has(attribute) && (
                <Typography variant="pi" textColor="success600" role="status">
                  {say('origin.taken')}
                </Typography>
              )}
            </Flex>
          );
        })}
      </Flex>
    </Flex>
  );
};
