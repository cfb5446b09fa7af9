import type { Importer } from 'strapi-plugin-front-matter/importer';
import { type ImportIssue, importWith, rollbackWith } from '../../site/import-options';
import { serve } from '../../site/serve';
import type { Archive, Imported } from './archive';
import { countStrays, lookAt } from './look';

/** A site that serves, imports, and shows what lies in its database. */
void serve((strapi) => {
  const importer = strapi.service('plugin::front-matter.importer') as Importer;
  return {
    async import({ location, name }: Archive): Promise<Imported> {
      const issues: ImportIssue[] = [];
      const { run, updated } = await importWith(importer, location, name, {
        onIssue: ({ code, path }) => issues.push({ code, path }),
      });
      return { run, updated, issues };
    },
    rollBack: (run: number) => rollbackWith(importer, run),
    /** The document of each file of an archive, by path. */
    async documents(archive: string): Promise<Record<string, string>> {
      const records: { readonly path: string; readonly targetDocumentId: string }[] =
        await strapi.db
          .query('plugin::front-matter.record')
          .findMany({ where: { archive }, select: ['path', 'targetDocumentId'] });
      return Object.fromEntries(records.map((record) => [record.path, record.targetDocumentId]));
    },
    look: (documentId: string) => lookAt(strapi, documentId),
    strays: () => countStrays(strapi),
  };
});
