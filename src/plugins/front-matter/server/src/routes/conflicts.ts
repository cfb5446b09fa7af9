/**
 * The routes of conflicts. Who may settle needs no permission to import: of an archive that somebody else has imported
 * it takes what was decided, and nothing that is not in the ledger already.
 *
 * @param config lets pass who may see archives and settle their conflicts
 */
export const conflictsFor = (config: object) => [
  { method: 'GET', path: '/archives/:key/conflicts', handler: 'conflicts.list', config },
  { method: 'GET', path: '/archives/:key/conflicts/:id', handler: 'conflicts.find', config },
  { method: 'POST', path: '/archives/:key/settle', handler: 'conflicts.settle', config },
];
