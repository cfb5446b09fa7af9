export { guardDatabase } from './guard-database';
