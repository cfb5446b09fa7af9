import * as React from 'react';
import { type InputProps, unstable_useContentManagerContext } from '@strapi/strapi/admin';
import { TextField } from 'strapi-plugin-kit/admin';
import { servedTypeOf } from '../served-type';
import { TitledSlugField } from './TitledSlugField';

/** The slug of a document, as a field of its edit view. */
const SlugInput = React.forwardRef<HTMLInputElement, InputProps>((props, ref) => {
  const { model, contentType } = unstable_useContentManagerContext();
  const served = servedTypeOf(contentType?.pluginOptions);

  return served !== null && served.slug === props.name ? (
    <TitledSlugField ref={ref} contentType={model} served={served} input={props} />
  ) : (
    <TextField ref={ref} {...props} />
  );
});
SlugInput.displayName = 'SlugInput';

export default SlugInput;
