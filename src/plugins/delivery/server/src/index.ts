import type { Core, UID } from '@strapi/strapi';
import { guardDocumentsOf, guardSite } from 'strapi-plugin-kit';
import { describeDocuments } from 'strapi-plugin-kit/answers';
import { answerVisitors } from './answers/http/answer-visitors';
import { describeAnswers } from './answers/http/describe-answer';
import { startFreshness } from './answers/freshness';
import { findRoute } from './answers/find-routes';
import { findRoleSanitizer } from './answers/sanitizers';
import type { Route } from './answers/request-form';
import { startVisits } from './answers/visits';
import { watchQueries } from './answers/watch-queries';
import { countWays } from './answers/http/ways';
import { siteReader } from './browse/site-reader';
import { answerInFront, stopSharing } from './cache/answer-in-front';
import { startLog, stopLog } from './changes/keep-log';
import config from './config';
import { checkTypes } from './config/check-types';
import { readConfig } from './config/read-config';
import { loadTogether } from './graphql/load-together';
import { createListIndexes } from './indexes/create-list-indexes';
import { extendConnections } from './graphql/extend-connections';
import { resolvePlainly } from './graphql/resolve-plainly';
import { resolveTogether } from './graphql/resolve-together';
import { startKeeping, stopKeeping } from './kept/keep';
import { declareParameters, pageUids } from './pages/page-routes';
import { startPages } from './pages/site';
import { visitPages } from './pages/visit-pages';
import routes from './routes';
import { browsePaths } from './routes/browse';
import services from './services';
import { countKept } from './stock/count-kept';
import { listKept } from './stock/list-kept';
import { dropBeforeSync } from './triggers/before-sync';

/** The routes of the configured types that are answered here; why not is logged. */
const routesOf = (strapi: Core.Strapi, uids: readonly string[]): readonly Route[] =>
  uids.flatMap((uid) => {
    const found = findRoute(strapi, uid as UID.ContentType);
    if (typeof found !== 'string') return [found];
    strapi.log.info(`delivery leaves ${uid} to Strapi: ${found}`);
    return [];
  });

export default {
  config,
  routes,
  services,

  register({ strapi }: { strapi: Core.Strapi }): void {
    guardSite(strapi);
    findRoleSanitizer(strapi);
    dropBeforeSync(strapi);
    const { enabled, contentTypes } = readConfig(strapi.config.get('plugin::delivery'));
    if (!enabled) return;
    declareParameters(strapi);
    extendConnections(strapi, Object.keys(contentTypes));
    resolvePlainly(strapi);
    resolveTogether(strapi, Object.keys(contentTypes));
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await guardDocumentsOf(strapi);
    const settings = readConfig(strapi.config.get('plugin::delivery'));
    const { enabled, contentTypes, cache } = settings;
    if (enabled) checkTypes(strapi, settings);
    describeDocuments(strapi, Object.keys(contentTypes));
    await startKeeping(strapi);
    const told = await startLog(strapi);
    if (!enabled) return;
    await createListIndexes(strapi, contentTypes);
    const reader = await siteReader(strapi);
    // Before queries are watched: what is asked is seen, however it is answered.
    countKept(strapi);
    listKept(strapi);
    watchQueries(strapi);
    loadTogether(strapi, new Set(Object.keys(contentTypes)));
    const answered = routesOf(strapi, Object.keys(contentTypes));
    const fresh = startFreshness(strapi, reader);
    const isShown = process.env['NODE_ENV'] !== 'production';
    const pages = startPages(strapi, reader, fresh, contentTypes);
    const uids = pageUids(strapi);
    const browsed = browsePaths(strapi);
    const answering = {
      ...{ reader, fresh, told },
      paths: [...answered.map(({ path }) => path), ...uids.keys(), ...browsed.stems],
      visits: visitPages(pages, uids, startVisits(strapi, reader, fresh, answered)),
      isTold: browsed.has,
      describe: describeAnswers(strapi, cache),
      ways: countWays(strapi, isShown),
    };
    strapi.server.use(answerVisitors(answering));
    answerInFront(strapi, answering, cache, isShown);
  },

  async destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    stopSharing(strapi);
    await stopKeeping(strapi);
    await stopLog(strapi);
  },
};
