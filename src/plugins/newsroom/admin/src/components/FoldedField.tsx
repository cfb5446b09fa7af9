import * as React from 'react';
import { Accordion, Box } from '@strapi/design-system';
import { type InputProps, InputRenderer, useField } from '@strapi/strapi/admin';

type FoldedFieldProps = InputProps & {
  readonly attribute: { readonly type: string };
};

/** A field of a form that is folded until somebody opens it, or something is wrong with it. */
export const FoldedField = ({ attribute, hint, ...props }: FoldedFieldProps) => {
  const { error } = useField(props.name);
  const [isOpen, setOpen] = React.useState(false);
  const isShown = isOpen || error !== undefined;
  const input = { ...props, hint, type: attribute.type } as InputProps;

  return (
    <Accordion.Root
      size="S"
      collapsible
      value={isShown ? props.name : ''}
      onValueChange={(value: string) => setOpen(value !== '')}
    >
      <Accordion.Item value={props.name}>
        <Accordion.Header>
          <Accordion.Trigger caretPosition="left">{props.label}</Accordion.Trigger>
        </Accordion.Header>
        <Accordion.Content>
          {isShown && (
            <Box padding={4}>
              <InputRenderer {...input} />
            </Box>
          )}
        </Accordion.Content>
      </Accordion.Item>
    </Accordion.Root>
  );
};
