import type * as React from 'react';
import { Typography } from '@strapi/design-system';

/** The heading of a part of a section. */
export const Subheading = ({ children }: { readonly children: React.ReactNode }) => (
  <Typography tag="h3" variant="delta">
    {children}
  </Typography>
);
