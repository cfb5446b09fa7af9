export { onReplaced, type Replacement, tellReplaced } from './documents/replacements';
export { guardDocumentsOf, guardSite } from './guard-site';
export { isServing } from './is-serving';
export { answerHealth, type Measure, serveMetrics } from './operations';
export { markLong, maxRows, readForVisitor, tooManyRows, tooSlowReason } from './requests';
