export { answerHealth } from './answer-health';
export { type Measure, serveMetrics } from './metrics/serve-metrics';
export { finishRequests } from './finish-requests';
