import * as React from 'react';
import {
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
} from '@strapi/design-system';
import { useSay } from '../../hooks/words/useSay';
import type { OptionFieldsProps } from './option-props';

const AUTO = 'auto';

/** A choice that has no value of its own: a select does not know an empty one. */
const USUAL = 'usual';

/** How an archive is read. */
export const ReadingFields = ({ options, choices, isDisabled, onChange }: OptionFieldsProps) => {
  const say = useSay();
  const zones = React.useId();
  const lines = (name: 'posts' | 'config') => (
    <Field.Root name={name} hint={say(`option.${name}.hint`)}>
      <Field.Label>{say(`option.${name}`)}</Field.Label>
      <Textarea
        value={options[name].join('\n')}
        disabled={isDisabled}
        onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) =>
          onChange({ [name]: event.target.value === '' ? [] : event.target.value.split('\n') })
        }
      />
      <Field.Hint />
    </Field.Root>
  );

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Field.Root name="dialect" hint={say('option.dialect.hint')}>
        <Field.Label>{say('option.dialect')}</Field.Label>
        <SingleSelect
          value={options.dialect}
          disabled={isDisabled}
          onChange={(value) => onChange({ dialect: String(value) })}
        >
          {[...new Set([AUTO, ...choices.dialects])].map((dialect) => (
            <SingleSelectOption key={dialect} value={dialect}>
              {dialect === AUTO ? say('option.dialect.auto') : dialect}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
      <Field.Root name="timezone" hint={say('option.timezone.hint')}>
        <Field.Label>{say('option.timezone')}</Field.Label>
        <TextInput
          value={options.timezone ?? ''}
          disabled={isDisabled}
          list={zones}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
            onChange({ timezone: event.target.value || null })
          }
        />
        <datalist id={zones}>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <Field.Hint />
      </Field.Root>
      {lines('posts')}
      {lines('config')}
      {choices.locales.length > 0 && (
        <Field.Root name="locale" hint={say('option.locale.hint')}>
          <Field.Label>{say('option.locale')}</Field.Label>
          <SingleSelect
            value={options.locale ?? USUAL}
            disabled={isDisabled}
            onChange={(value) => onChange({ locale: value === USUAL ? null : String(value) })}
          >
            <SingleSelectOption value={USUAL}>{say('option.locale.usual')}</SingleSelectOption>
            {choices.locales.map((locale) => (
              <SingleSelectOption key={locale} value={locale}>
                {locale}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Hint />
        </Field.Root>
      )}
    </Flex>
  );
};
