export { onReplaced, type Replacement, tellReplaced } from './documents/replacements';
export { guardDocumentsOf, guardSite } from './guard-site';
export { isServing } from './is-serving';
export { markLong, maxRows, readForVisitor, tooManyRows, tooSlowReason } from './requests';
