import type { Core } from '@strapi/strapi';

import { findRecords } from './find-records';
import { writeRecords } from './write-records';

/** The rows of `record`. Every function joins the transaction it is called in. */
export const records = (strapi: Core.Strapi) => ({
  ...findRecords(strapi),
  ...writeRecords(strapi),
});

export type Records = ReturnType<typeof records>;
