import twins from './twins';

export default { twins };
