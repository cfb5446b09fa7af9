import { ACTIONS } from '../page/rights';
import { needs } from './needs';

const see = needs(ACTIONS.read);
const mend = needs(ACTIONS.read, ACTIONS.mend);

export const desk = [
  { method: 'GET', path: '/archives/:key/desk', handler: 'desk.list', config: see },
  { method: 'GET', path: '/archives/:key/desk/file', handler: 'desk.file', config: mend },
  { method: 'POST', path: '/archives/:key/desk/reading', handler: 'desk.reading', config: mend },
  { method: 'PUT', path: '/archives/:key/desk/correction', handler: 'desk.save', config: mend },
  {
    method: 'DELETE',
    path: '/archives/:key/desk/correction',
    handler: 'desk.withdraw',
    config: mend,
  },
];
