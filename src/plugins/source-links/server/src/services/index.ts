import sources from './sources';
import twins from './twins';

export default { sources, twins };
