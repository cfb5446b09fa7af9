// Which documents whoever asks may read is checked where they are read, and nobody waits for an import meanwhile.
const config = { policies: ['admin::isAuthenticatedAdmin'], reads: 'list' };

export const origins = [
  { method: 'GET', path: '/origin/:uid', handler: 'origins.archives', config },
  { method: 'GET', path: '/origin/:uid/:documentId', handler: 'origins.read', config },
];
