import bootstrap from './bootstrap';
import config from './config';
import openForm from './content-types/open-form/schema.json';
import documents from './controllers/documents';
import openForms from './controllers/open-forms';
import previews from './controllers/previews';
import terms from './controllers/terms';
import register from './register';
import routes from './routes';
import preview from './services/preview';

export default {
  bootstrap,
  config,
  contentTypes: { 'open-form': { schema: openForm } },
  controllers: { documents, 'open-forms': openForms, previews, terms },
  register,
  routes,
  services: { preview },
};
