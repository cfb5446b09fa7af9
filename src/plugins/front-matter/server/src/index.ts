import bootstrap from './bootstrap';
import config from './config';
import contentTypes from './content-types';
import origins from './controllers/origins';
import register from './register';
import { origins as originRoutes } from './routes/origins';
import services from './services';

export default {
  bootstrap,
  config,
  contentTypes,
  controllers: { origins },
  register,
  routes: { admin: { type: 'admin', routes: originRoutes } },
  services,
};
