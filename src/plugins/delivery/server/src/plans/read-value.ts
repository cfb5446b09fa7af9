import type { Reader } from 'strapi-plugin-kit/database';

/** What a statement is given. */
export type ReadValue = Parameters<Reader['rows']>[1][number];
