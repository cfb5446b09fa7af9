import { described } from './described';

// What is answered is what every visitor of the site may see: where published documents are.
const open = { auth: false } as const;
// What is done to which document is checked where it is done.
const panel = { policies: ['admin::isAuthenticatedAdmin'] } as const;
const addresses = '/addresses/:contentType/:documentId';

export default {
  'content-api': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/resolve', handler: 'resolve.one', config: open, ...described.one },
      {
        method: 'POST',
        path: '/resolve',
        handler: 'resolve.many',
        config: open,
        ...described.many,
      },
      { method: 'GET', path: '/redirects', handler: 'redirects.stream', ...described.redirects },
    ],
  },
  admin: {
    type: 'admin',
    routes: [
      { method: 'POST', path: '/suggest/:contentType', handler: 'panel.suggest', config: panel },
      { method: 'GET', path: addresses, handler: 'panel.list', config: panel },
      { method: 'POST', path: addresses, handler: 'panel.add', config: panel },
      { method: 'DELETE', path: `${addresses}/:key`, handler: 'panel.remove', config: panel },
    ],
  },
};
