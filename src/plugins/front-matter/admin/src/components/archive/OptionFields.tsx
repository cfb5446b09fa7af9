import * as React from 'react';
import { Checkbox, Field, Flex, Radio, Typography } from '@strapi/design-system';
import { useSay } from '../../hooks/words/useSay';
import type { OptionFieldsProps } from './option-props';
import { ReadingFields } from './ReadingFields';

type Switch = 'unpublishMissing' | 'scheduleFuture' | 'allowDuplicates';

/** How an archive is read, and what an import does with what is there already. */
export const OptionFields = (props: OptionFieldsProps) => {
  const { options, choices, isDisabled, onChange } = props;
  const say = useSay();
  const id = React.useId();
  const switches: readonly Switch[] = [
    ...(choices.unpublishMissing ? (['unpublishMissing'] as const) : []),
    ...(choices.scheduleFuture ? (['scheduleFuture'] as const) : []),
    'allowDuplicates',
  ];

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <ReadingFields {...props} />
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography id={id} variant="pi" fontWeight="bold">
          {say('option.onConflict')}
        </Typography>
        <Radio.Group
          aria-labelledby={id}
          value={options.onConflict}
          disabled={isDisabled}
          onValueChange={(value: string) =>
            onChange({ onConflict: value === 'overwrite' ? 'overwrite' : 'keep' })
          }
        >
          <Radio.Item value="keep">{say('option.onConflict.keep')}</Radio.Item>
          <Radio.Item value="overwrite">{say('option.onConflict.overwrite')}</Radio.Item>
        </Radio.Group>
      </Flex>
      {switches.map((name) => (
        <Field.Root key={name} name={name} hint={say(`option.${name}.hint`)}>
          <Checkbox
            checked={options[name]}
            disabled={isDisabled}
            onCheckedChange={(value) => onChange({ [name]: value === true })}
          >
            {say(`option.${name}`)}
          </Checkbox>
          <Field.Hint />
        </Field.Root>
      ))}
    </Flex>
  );
};
