import type * as React from 'react';
import { Page } from '@strapi/strapi/admin';
import { MAY_SEE } from '../../permissions';

/** What is shown to those alone who may see archives. */
export const Protected = ({ children }: { readonly children: React.ReactNode }) => (
  <Page.Protect permissions={MAY_SEE}>{children}</Page.Protect>
);
