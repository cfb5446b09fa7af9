import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { type InputProps, unstable_useContentManagerContext } from '@strapi/strapi/admin';
import { TextField } from 'strapi-plugin-kit/admin';
import { servedTypeOf } from '../served-type';
import { LinkedCodeField } from './LinkedCodeField';

type CodeInputProps = InputProps & {
  /** What stands above it, where it begins a group of fields. */
  readonly heading?: string;
};

/** The code of a document's source, as a field of its edit view. */
const CodeInput = React.forwardRef<HTMLInputElement, CodeInputProps>(
  ({ heading, ...props }, ref) => {
    const { model, contentType } = unstable_useContentManagerContext();
    const served = servedTypeOf(contentType?.pluginOptions);
    const field =
      served !== null && served.code === props.name ? (
        <LinkedCodeField ref={ref} contentType={model} url={served.url} input={props} />
      ) : (
        <TextField ref={ref} {...props} />
      );
    if (heading === undefined) return field;

    return (
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="h2" variant="delta" fontWeight="bold">
          {heading}
        </Typography>
        {field}
      </Flex>
    );
  }
);
CodeInput.displayName = 'CodeInput';

export default CodeInput;
