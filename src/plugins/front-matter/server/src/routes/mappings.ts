/** What the keys of an archive are, and become. */
export const mappings = (see: object, run: object) => [
  { method: 'GET', path: '/archives/:key/keys', handler: 'mappings.keys', config: see },
  { method: 'PUT', path: '/archives/:key/mapping', handler: 'mappings.save', config: run },
  { method: 'DELETE', path: '/archives/:key/mapping', handler: 'mappings.reset', config: run },
];
