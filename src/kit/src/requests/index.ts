export { guardRequests } from './guard-requests';
export { DEFAULTS, type Limits } from './limits';
