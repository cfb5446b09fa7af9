import type { Core } from '@strapi/strapi';
import { answerFieldsOf } from 'strapi-plugin-kit/answers';

import { keepAnswers } from '../answers/http/keep-answers';
import { ANYTHING, type Sources } from '../answers/sources';
import { type BrowseRoute, browseRoutes, type Route } from '../browse/routes';

/** The types that the fields depend on which plugins add to documents of one. */
const typesOfFields = (strapi: Core.Strapi, uid: string): readonly string[] =>
  answerFieldsOf(strapi, uid).flatMap(({ relations }) =>
    Object.keys(relations).map((relation) => {
      const attribute = strapi.db.metadata.get(uid).attributes[relation];
      return attribute !== undefined && 'target' in attribute ? String(attribute.target) : ANYTHING;
    })
  );

const sourcesOf =
  (strapi: Core.Strapi, { types, shown }: Omit<BrowseRoute, 'route'>) =>
  (query: Readonly<Record<string, unknown>>): Sources => {
    const further = shown === null ? [] : typesOfFields(strapi, shown);
    // What is populated may be of any type.
    const populated = query['populate'] === undefined ? [] : [ANYTHING];
    return { uids: types, types: [...types, ...further, ...populated], documents: new Set() };
  };

/** The routes by which documents are browsed, whose answers are kept. */
export const keptBrowseRoutes = (strapi: Core.Strapi): readonly Route[] =>
  browseRoutes(strapi).map(({ route, ...depends }) => ({
    ...route,
    handler: keepAnswers(strapi, depends.types, sourcesOf(strapi, depends), route.handler),
  }));

/** Where documents are browsed. */
export interface BrowsePaths {
  /** What their addresses begin with. */
  readonly stems: readonly string[];
  has(path: string): boolean;
}

const PARAMETER = /:\w+/u;

export const browsePaths = (strapi: Core.Strapi): BrowsePaths => {
  const prefix: unknown = strapi.config.get('api.rest.prefix', '/api');
  const paths = browseRoutes(strapi).map(({ route }) => `${String(prefix)}/delivery${route.path}`);
  const exact = new Set(paths.filter((path) => !PARAMETER.test(path)));
  const around = paths
    .filter((path) => PARAMETER.test(path))
    .map((path) => {
      const [before = '', after = ''] = path.split(PARAMETER);
      return { before, after };
    });
  return {
    stems: [...exact, ...around.map(({ before }) => before.slice(0, -1))],
    has: (path) =>
      exact.has(path) ||
      around.some(
        ({ before, after }) =>
          path.startsWith(before) &&
          path.endsWith(after) &&
          path.length > before.length + after.length &&
          !path.slice(before.length, -after.length).includes('/')
      ),
  };
};
