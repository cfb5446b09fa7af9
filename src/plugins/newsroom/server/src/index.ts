import bootstrap from './bootstrap';
import config from './config';
import openForm from './content-types/open-form/schema.json';
import schedule from './content-types/schedule/schema.json';
import documents from './controllers/documents';
import home from './controllers/home';
import openForms from './controllers/open-forms';
import schedules from './controllers/schedules';
import previews from './controllers/previews';
import terms from './controllers/terms';
import destroy from './destroy';
import register from './register';
import routes from './routes';
import scheduleService from './services/schedule';
import preview from './services/preview';

export default {
  bootstrap,
  config,
  contentTypes: { 'open-form': { schema: openForm }, schedule: { schema: schedule } },
  controllers: { documents, home, 'open-forms': openForms, previews, schedules, terms },
  destroy,
  register,
  routes,
  services: { preview, schedule: scheduleService },
};
