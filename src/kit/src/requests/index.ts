export { markLong, readForVisitor } from './current-request';
export { guardRequests } from './guard-requests';
export { tooSlowReason } from './errors/request-error-of';
export { maxRows, tooManyRows } from './limits/limit-rows';
