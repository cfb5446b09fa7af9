import sources from './sources';

export default { sources };
