// What is answered is what every visitor of the site may see: where published documents are.
const open = { auth: false } as const;

export default {
  'content-api': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/resolve', handler: 'resolve.one', config: open },
      { method: 'POST', path: '/resolve', handler: 'resolve.many', config: open },
      { method: 'GET', path: '/redirects', handler: 'redirects.stream' },
    ],
  },
};
