import { Flex, Typography } from '@strapi/design-system';
import type { ConflictField } from '../../../../server/src/panel/conflict-contract';
import { useFieldName } from '../../hooks/words/useFieldName';
import { useSay } from '../../hooks/words/useSay';
import { Fold } from '../parts/Fold';
import { FieldValues } from './FieldValues';

/** Fields that differ, and that nobody has to decide about. */
export const OtherFields = ({ fields }: { readonly fields: readonly ConflictField[] }) => {
  const say = useSay();
  const nameOf = useFieldName();
  const head = (text: string) => (
    <Typography variant="pi" fontWeight="bold">
      {text}
    </Typography>
  );
  if (fields.length === 0) return null;

  return (
    <Fold title={say('conflict.others', { count: fields.length })}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {fields.map((field) => (
          <Flex key={field.attribute} direction="column" alignItems="stretch" gap={2}>
            <Typography tag="h3" variant="delta">
              {nameOf(field.attribute)}
            </Typography>
            <Typography textColor="neutral600">
              {say(field.state === 'archive' ? 'conflict.only-archive' : 'conflict.only-site')}
            </Typography>
            <FieldValues
              field={field}
              label={nameOf(field.attribute)}
              site={head(say('conflict.site'))}
              archive={head(say('conflict.archive'))}
            />
          </Flex>
        ))}
      </Flex>
    </Fold>
  );
};
