import sources from '../sources/sources';
import twins from '../sources/twins';

export default { sources, twins };
