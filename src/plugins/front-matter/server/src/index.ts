import bootstrap from './bootstrap';
import config from './config';
import contentTypes from './content-types';
import archives from './controllers/archives';
import mappings from './controllers/mappings';
import conflicts from './controllers/conflicts';
import desk from './controllers/desk';
import origins from './controllers/origins';
import runs from './controllers/runs';
import tasks from './controllers/tasks';
import destroy from './destroy';
import register from './register';
import routes from './routes';
import services from './services';

export default {
  bootstrap,
  config,
  contentTypes,
  controllers: { archives, conflicts, desk, mappings, origins, runs, tasks },
  destroy,
  register,
  routes,
  services,
};
