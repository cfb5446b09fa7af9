// What may be seen, and done with which document, is checked where it is told or done.
const config = { policies: ['admin::isAuthenticatedAdmin'] };
const schedule = '/schedules/:uid/:documentId';
// What reads all that an editor has written waits for nobody who writes, and keeps nobody else waiting.
const home = { ...config, reads: 'long' };
// Whoever has its token may see it, and waits for nobody who writes.
const preview = { auth: false, reads: 'list' };
const openForms = '/open-forms/:contentType/:documentId';

export default {
  admin: {
    type: 'admin',
    routes: [
      { method: 'POST', path: openForms, handler: 'open-forms.tell', config },
      { method: 'GET', path: '/terms/:uid', handler: 'terms.list', config },
      { method: 'GET', path: '/terms/:uid/:documentId', handler: 'terms.usage', config },
      { method: 'POST', path: '/terms/:uid/:documentId/merge', handler: 'terms.merge', config },
      { method: 'GET', path: '/schedules', handler: 'schedules.list', config },
      { method: 'GET', path: schedule, handler: 'schedules.read', config },
      { method: 'PUT', path: schedule, handler: 'schedules.set', config },
      { method: 'POST', path: '/documents/:uid', handler: 'documents.change', config },
      { method: 'GET', path: '/home/drafts', handler: 'home.drafts', config: home },
      { method: 'GET', path: '/home/published', handler: 'home.published', config: home },
      { method: 'GET', path: '/home/days', handler: 'home.days', config: home },
      { method: 'POST', path: '/previews/:uid/:documentId', handler: 'previews.share', config },
      { method: 'GET', path: '/previews', handler: 'previews.show', config: preview },
    ],
  },
};
