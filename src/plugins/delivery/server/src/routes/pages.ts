import type { Core } from '@strapi/strapi';

import { describePage, describeStream } from '../description/described';
import { answerPage } from '../pages/answer-page';
import { type PageRoute, pagePaths, readersRoute } from '../pages/page-routes';
import { streamDocuments } from '../streams/stream-documents';

/** Pages and streams of the configured types. */
export const pageRoutes = (strapi: Core.Strapi): readonly PageRoute[] => {
  const stream = streamDocuments(strapi);
  return pagePaths(strapi).flatMap(({ uid, path }) => [
    readersRoute(uid, path, answerPage(strapi, uid), describePage(strapi, uid)),
    readersRoute(uid, `${path}.ndjson`, stream(uid), describeStream(strapi, uid)),
  ]);
};
