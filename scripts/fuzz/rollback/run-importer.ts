import type { Core } from '@strapi/strapi';
import type { Importer } from 'strapi-plugin-front-matter/importer';
import { assertSame } from './assert-same';
import { importFiles } from './model/import-files';
import type { Model } from './model/model';
import { rollBack } from './model/roll-back';

const importerOf = (strapi: Core.Strapi): Importer =>
  strapi.service('plugin::front-matter.importer') as Importer;

/** Imports an archive, on the site and in the model. */
export const importArchive = async (
  strapi: Core.Strapi,
  model: Model,
  root: string,
  overwrites: boolean
): Promise<void> => {
  // A folder without posts is no archive.
  if (model.files.size === 0) return;
  const importer = importerOf(strapi);
  const reading = { dialect: 'auto', posts: ['old_post'], timezone: null } as const;
  const report = await importer.import({
    archive: await importer.open(root, reading),
    reading,
    name: 'archive',
    locale: null,
    dryRun: false,
    onConflict: overwrites ? 'overwrite' : 'keep',
    unpublishMissing: false,
    signal: new AbortController().signal,
    onIssue: () => undefined,
    onProgress: () => undefined,
  });
  const { created, updated, unchanged, conflicts, quarantined, skipped } = report;
  const all = created + updated + unchanged + conflicts + quarantined + skipped;
  assertSame('the files found', [report.found, all], [model.files.size, all]);
  importFiles(model, report.run ?? 0, overwrites);
  await learnIds(strapi, model);
};

/** Undoes a run, on the site and in the model. */
export const undoRun = async (strapi: Core.Strapi, model: Model, number: number): Promise<void> => {
  const { numbers } = model.runs;
  const undone = numbers[number % Math.max(numbers.length, 1)];
  if (undone === undefined) return;
  const by = model.runs.undoing(undone);
  const report = await importerOf(strapi).rollback({
    run: undone,
    signal: new AbortController().signal,
    onIssue: () => undefined,
  });
  assertSame('a run is undone once', report.undoneAt !== null, by !== null);
  if (by === null) rollBack(model, report.run, undone);
  else assertSame('the run that undid it', report.run, by);
};

/** Documents and terms that were made get their ids from the ledger, once. */
const learnIds = async ({ db }: Core.Strapi, model: Model): Promise<void> => {
  const records: { path: string; targetDocumentId: string }[] = await db
    .query('plugin::front-matter.record')
    .findMany({});
  for (const document of model.known().filter(({ id }) => id === '')) {
    const record = records.find(({ path }) => path === document.path);
    document.id = record?.targetDocumentId ?? '';
  }
  const terms: { kind: string; value: string; targetDocumentId: string }[] = await db
    .query('plugin::front-matter.term')
    .findMany({ where: { kind: 'categories' } });
  for (const term of model.terms.filter(({ id }) => id === '')) {
    const row = terms.find(({ value }) => value === term.value);
    term.id = row?.targetDocumentId ?? '';
  }
};
