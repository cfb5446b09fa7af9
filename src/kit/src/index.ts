export { guardSite } from './guard-site';
