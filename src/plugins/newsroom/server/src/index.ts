import bootstrap from './bootstrap';
import config from './config';
import openForm from './content-types/open-form/schema.json';
import documents from './controllers/documents';
import home from './controllers/home';
import openForms from './controllers/open-forms';
import terms from './controllers/terms';
import register from './register';
import routes from './routes';

export default {
  bootstrap,
  config,
  contentTypes: { 'open-form': { schema: openForm } },
  controllers: { documents, home, 'open-forms': openForms, terms },
  register,
  routes,
};
