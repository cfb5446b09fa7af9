import * as React from 'react';
import { type InputProps, unstable_useContentManagerContext } from '@strapi/strapi/admin';
import { TextField } from 'strapi-plugin-kit/admin';
import { servedTypeOf } from '../served-type';
import { LinkedCodeField } from './LinkedCodeField';

/** The code of a document's source, as a field of its edit view. */
const CodeInput = React.forwardRef<HTMLInputElement, InputProps>((props, ref) => {
  const { model, contentType } = unstable_useContentManagerContext();
  const served = servedTypeOf(contentType?.pluginOptions);

  return served !== null && served.code === props.name ? (
    <LinkedCodeField ref={ref} contentType={model} url={served.url} input={props} />
  ) : (
    <TextField ref={ref} {...props} />
  );
});
CodeInput.displayName = 'CodeInput';

export default CodeInput;
