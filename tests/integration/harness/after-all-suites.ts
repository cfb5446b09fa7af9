export { dropStarted as default } from './before-all-suites';
