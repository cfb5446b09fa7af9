import { ACTIONS } from '../page/rights';
import { mappings } from './mappings';
import { conflictsFor } from './conflicts';
import { desk } from './desk';
import { needs } from './needs';
import { origins } from './origins';

const see = needs(ACTIONS.read);
const run = needs(ACTIONS.read, ACTIONS.import);
const rollBack = needs(ACTIONS.read, ACTIONS.rollback);

export default {
  admin: {
    type: 'admin',
    routes: [
      { method: 'GET', path: '/archives', handler: 'archives.overview', config: see },
      { method: 'POST', path: '/archives', handler: 'archives.pick', config: run },
      { method: 'POST', path: '/archives/upload', handler: 'archives.upload', config: run },
      { method: 'GET', path: '/archives/:key', handler: 'archives.find', config: see },
      { method: 'PUT', path: '/archives/:key', handler: 'archives.update', config: run },
      { method: 'DELETE', path: '/archives/:key', handler: 'archives.remove', config: run },
      { method: 'GET', path: '/archives/:key/file', handler: 'archives.file', config: see },
      { method: 'POST', path: '/archives/:key/preview', handler: 'tasks.preview', config: run },
      { method: 'POST', path: '/archives/:key/import', handler: 'tasks.import', config: run },
      { method: 'GET', path: '/folders', handler: 'archives.folders', config: run },
      { method: 'GET', path: '/tasks/:key', handler: 'tasks.find', config: see },
      { method: 'POST', path: '/tasks/:key/cancel', handler: 'tasks.cancel', config: see },
      { method: 'GET', path: '/tasks/:key/issues', handler: 'tasks.issues', config: see },
      { method: 'GET', path: '/tasks/:key/report', handler: 'tasks.report', config: see },
      { method: 'GET', path: '/runs', handler: 'runs.list', config: see },
      { method: 'GET', path: '/runs/:number/undoing', handler: 'runs.undoing', config: see },
      {
        method: 'POST',
        path: '/runs/:number/rollback',
        handler: 'runs.rollBack',
        config: rollBack,
      },
      ...mappings(see, run),
      ...conflictsFor(needs(ACTIONS.read, ACTIONS.mend)),
      ...desk,
      ...origins,
    ],
  },
};
