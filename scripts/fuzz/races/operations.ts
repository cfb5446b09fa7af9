import {
  deletes,
  discards,
  imports,
  type Meaning,
  publishes,
  redirects,
  saves,
  savesAndPublishes,
  unpublishes,
} from './model';

export const POST = 'api::post.post';

const PANEL = `/content-manager/collection-types/${POST}`;

/** One way in, to one document. */
type Door =
  | { readonly by: 'panel' | 'rest'; readonly method: 'POST' | 'PUT' | 'DELETE' }
  | { readonly by: 'graphql' | 'importer' };

/** A request of one of the doors. */
export interface Sent {
  readonly path: string;
  readonly body?: object;
}

export interface Operation {
  readonly door: Door;
  readonly means: Meaning;
  /** Left out where the importer is asked. */
  readonly sent?: (documentId: string, mark: string) => Sent;
}

const rest = (documentId: string, query = ''): string => `/api/posts/${documentId}${query}`;

const graphql =
  (mutation: (documentId: string, mark: string) => string) =>
  (documentId: string, mark: string): Sent => ({
    path: '/graphql',
    body: { query: `mutation { ${mutation(documentId, mark)} { documentId } }` },
  });

const panelAction = (action: string, means: Meaning): Operation => ({
  door: { by: 'panel', method: 'POST' },
  means,
  sent: (documentId) => ({ path: `${PANEL}/${documentId}/actions/${action}`, body: {} }),
});

/** An action of the panel's lists. */
const bulkAction = (action: string, means: Meaning): Operation => ({
  door: { by: 'panel', method: 'POST' },
  means,
  sent: (documentId) => ({
    path: `${PANEL}/actions/${action}`,
    body: { documentIds: [documentId] },
  }),
});

/** Everything that can be raced, by its name on the command line. */
const OPERATIONS = {
  save: {
    door: { by: 'panel', method: 'PUT' },
    means: saves('title'),
    sent: (documentId, title) => ({ path: `${PANEL}/${documentId}`, body: { title } }),
  },
  /** With what stands in the form, as the panel sends it. */
  publish: {
    door: { by: 'panel', method: 'POST' },
    means: savesAndPublishes('title'),
    sent: (documentId, title) => ({
      path: `${PANEL}/${documentId}/actions/publish`,
      body: { title },
    }),
  },
  unpublish: panelAction('unpublish', unpublishes),
  discard: panelAction('discard', discards),
  delete: {
    door: { by: 'panel', method: 'DELETE' },
    means: deletes,
    sent: (documentId) => ({ path: `${PANEL}/${documentId}` }),
  },
  redirect: {
    door: { by: 'panel', method: 'POST' },
    means: redirects,
    sent: (documentId, mark) => ({
      path: `/permalinks/addresses/${POST}/${documentId}`,
      body: { path: `/${mark}` },
    }),
  },
  'rest-save': {
    door: { by: 'rest', method: 'PUT' },
    means: saves('body'),
    sent: (documentId, body) => ({
      path: rest(documentId, '?status=draft'),
      body: { data: { body } },
    }),
  },
  'rest-publish': {
    door: { by: 'rest', method: 'PUT' },
    means: savesAndPublishes('title'),
    sent: (documentId, title) => ({
      path: rest(documentId, '?status=published'),
      body: { data: { title } },
    }),
  },
  'rest-delete': {
    door: { by: 'rest', method: 'DELETE' },
    means: deletes,
    sent: (documentId) => ({ path: rest(documentId) }),
  },
  'graphql-update': {
    door: { by: 'graphql' },
    means: savesAndPublishes('title', 'body'),
    sent: graphql(
      (id, mark) => `updatePost(documentId: "${id}", data: { title: "${mark}", body: "${mark}" })`
    ),
  },
  'graphql-delete': {
    door: { by: 'graphql' },
    means: deletes,
    sent: graphql((id) => `deletePost(documentId: "${id}")`),
  },
  import: { door: { by: 'importer' }, means: imports },
  'bulk-publish': bulkAction('bulkPublish', publishes),
  'bulk-unpublish': bulkAction('bulkUnpublish', unpublishes),
  'bulk-delete': bulkAction('bulkDelete', deletes),
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationName = keyof typeof OPERATIONS;

export const OPERATION_NAMES = Object.keys(OPERATIONS) as readonly OperationName[];

/** Those that are raced where none are named. */
export const USUAL_NAMES = OPERATION_NAMES.filter((name) => !name.startsWith('bulk-'));

export const operationOf = (name: OperationName): Operation => OPERATIONS[name];
