export { readForVisitor } from './current-request';
export { guardRequests } from './guard-requests';
export { maxRows, tooManyRows } from './limits/limit-rows';
