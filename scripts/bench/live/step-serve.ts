import { serve } from '../../site/serve';
import { importWith, type Importer } from '../import-options';

/** What to import into the running site. */
export interface ToImport {
  readonly location: string;
  readonly name: string;
}

/** A site that serves, and imports what it is told to. */
void serve((strapi) => {
  const importer = strapi.service('plugin::front-matter.importer') as unknown as Importer;
  return {
    import: ({ location, name }: ToImport) => importWith(importer, location, name),
  };
});
