import panel from './panel';
import twins from './twins';

export default { panel, twins };
