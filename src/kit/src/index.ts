export { guardDocumentsOf, guardSite } from './guard-site';
