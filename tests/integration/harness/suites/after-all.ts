export { dropStarted as default } from './before-all';
