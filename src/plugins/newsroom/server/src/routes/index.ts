// What may be seen, and done with which document, is checked where it is told or done.
const config = { policies: ['admin::isAuthenticatedAdmin'] };
const openForms = '/open-forms/:contentType/:documentId';

export default {
  admin: {
    type: 'admin',
    routes: [
      { method: 'POST', path: openForms, handler: 'open-forms.tell', config },
      { method: 'GET', path: '/terms/:uid', handler: 'terms.list', config },
      { method: 'GET', path: '/terms/:uid/:documentId', handler: 'terms.usage', config },
      { method: 'POST', path: '/terms/:uid/:documentId/merge', handler: 'terms.merge', config },
      { method: 'POST', path: '/documents/:uid', handler: 'documents.change', config },
      { method: 'POST', path: '/previews/:uid/:documentId', handler: 'previews.share', config },
      // Whoever has its token may see it.
      { method: 'GET', path: '/previews', handler: 'previews.show', config: { auth: false } },
    ],
  },
};
