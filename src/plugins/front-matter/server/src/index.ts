import config from './config';
import contentTypes from './content-types';
import services from './services';

export default { config, contentTypes, services };
