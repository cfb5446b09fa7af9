import { serve } from '../../site/serve';
import type { Importer } from 'strapi-plugin-front-matter/importer';
import { importWith } from '../../site/import-options';

/** What to import into the running site. */
export interface ToImport {
  readonly location: string;
  readonly name: string;
}

/** A site that serves, and imports what it is told to. */
void serve((strapi) => {
  const importer = strapi.service('plugin::front-matter.importer') as Importer;
  return {
    import: ({ location, name }: ToImport) => importWith(importer, location, name),
  };
});
