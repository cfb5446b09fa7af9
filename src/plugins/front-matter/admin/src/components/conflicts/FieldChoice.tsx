import * as React from 'react';
import { Flex, Radio, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ConflictField } from '../../../../server/src/panel/conflict-contract';
import type { Side } from '../../conflicts/choices';
import { useFieldName } from '../../hooks/words/useFieldName';
import { useSay } from '../../hooks/words/useSay';
import { FieldValues } from './FieldValues';

const Bordered = styled(Flex)`
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

interface FieldChoiceProps {
  readonly field: ConflictField;
  readonly side: Side | undefined;
  readonly isDisabled: boolean;
  readonly onChoose: (side: Side) => void;
}

/** A field in conflict: both sides of it, and which of them is to hold. */
export const FieldChoice = ({ field, side, isDisabled, onChoose }: FieldChoiceProps) => {
  const say = useSay();
  const id = React.useId();
  const label = useFieldName()(field.attribute);

  return (
    <Bordered direction="column" alignItems="stretch" gap={3} padding={4}>
      <Typography tag="h3" variant="delta" id={id}>
        {label}
      </Typography>
      <Radio.Group
        value={side ?? ''}
        disabled={isDisabled}
        aria-labelledby={id}
        onValueChange={(value: string) => onChoose(value === 'archive' ? 'archive' : 'site')}
        style={{ display: 'flex', flexDirection: 'column', gap: '1.2rem' }}
      >
        <FieldValues
          field={field}
          label={label}
          site={<Radio.Item value="site">{say('conflict.keep-site')}</Radio.Item>}
          archive={<Radio.Item value="archive">{say('conflict.take-archive')}</Radio.Item>}
        />
      </Radio.Group>
    </Bordered>
  );
};
