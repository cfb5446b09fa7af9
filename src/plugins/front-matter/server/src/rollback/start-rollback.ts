import type { Core } from '@strapi/strapi';
import { filePlace } from 'strapi-plugin-kit/config';
import { engineOf } from 'strapi-plugin-kit/database';

import { SETTINGS_FILE } from '../archive/settings/settings';
import type { Settings } from '../config/settings';
import type { Mapping } from '../core/fit/mapping';
import { changes } from '../ledger/changes';
import { records } from '../ledger/records/records';
import type { Rollbacks } from '../ledger/rollbacks';
import { runs, type Run } from '../ledger/runs';
import { ledgerTerms } from '../ledger/terms';
import { resolveTarget } from '../site/resolve-target';
import { resolveLocale } from '../run/locale';
import { announcementsOf } from '../run/announcing/announcements';
import { startRun } from '../run/start-run';
import { UsageError } from '../run/usage-error';
import type { RollbackOptions } from './job/options';
import type { RollbackJob } from './job/rollback-job';

const localeOf = (run: Run): string | null => {
  const { locale } = run.options;
  return typeof locale === 'string' ? locale : null;
};

/** Keys that the archive itself mapped to attributes, so that these are undone as well. */
const mappingOf = (run: Run): Mapping => {
  const { mapping } = run.options;
  return typeof mapping === 'object' && mapping !== null ? { ...mapping } : {};
};

/**
 * When a run was at work. One that was cut short may have written for a while after its last
 * heartbeat.
 */
const periodOf = ({ startedAt, finishedAt, status }: Run): RollbackJob['period'] => ({
  from: Date.parse(startedAt),
  to: status === 'finished' && finishedAt !== null ? Date.parse(finishedAt) : Infinity,
});

/**
 * Checks whether a run can be undone, and takes the lock.
 *
 * @throws UsageError where the run wrote another content type than the configured one
 * @throws BusyError while another run is at work
 */
export const startRollback = async (
  strapi: Core.Strapi,
  settings: Settings,
  options: RollbackOptions,
  undone: Run,
  rollbacks: Rollbacks
): Promise<RollbackJob> => {
  const ledger = {
    records: records(strapi),
    changes: changes(strapi),
    terms: ledgerTerms(strapi),
    runs: runs(strapi),
  };
  const locale = localeOf(undone);
  const asked = await resolveLocale(strapi, locale);
  const { locales } = undone.options;
  const unnamed = locales === undefined ? asked : await resolveLocale(strapi, null);
  const target = resolveTarget(strapi, settings, {
    locale: asked,
    unnamed,
    mapping: mappingOf(undone),
    mappingPlace: filePlace(SETTINGS_FILE),
  });
  const { contentType = target.uid } = undone.options;
  if (contentType !== target.uid) {
    throw new UsageError(
      `Run ${undone.number} wrote ${String(contentType)}, and config/plugins names ${target.uid} now. Name the former there to undo the run.`
    );
  }
  const root = rollbacks.rootOf(undone.number);
  const isRedo = root !== undone.number && rollbacks.isAppliedWithout(root, undone.number);
  const first = root === undone.number ? undone : await ledger.runs.find(root);
  const run = await startRun(
    strapi,
    {
      kind: 'rollback',
      archive: undone.archive,
      options: {
        undone: undone.number,
        contentType,
        locale,
        mapping: mappingOf(undone),
        ...(locales === undefined ? {} : { locales }),
      },
    },
    options.startedBy
  );
  options.onRun?.(run.number);
  return {
    strapi,
    target,
    ...ledger,
    rollbacks,
    options,
    run: run.number,
    announcements: announcementsOf(strapi, {
      run: run.number,
      kind: 'rollback',
      archive: undone.archive,
      contentType: target.uid,
    }),
    undone: undone.number,
    root,
    direction: isRedo ? 'redo' : 'undo',
    period: first === null ? null : periodOf(first),
    orders: new Map(),
    othersWrite: await engineOf(strapi.db).watchWriters(strapi.db),
    pauseForWriters: engineOf(strapi.db).pauseForWriters(),
  };
};
