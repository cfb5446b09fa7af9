export { compileSourceRules, type SourceRules } from './compile-rules';
export {
  composeTrailer,
  type ComposedTrailer,
  type RecordedTrailer,
  rewriteTrailer,
} from './compose-trailer';
export { type Category, type Ending, type Lost } from './lost-in-trailer';
export { type ReadContent, readTrailer } from './read-trailer';
export {
  type AskedSource,
  type Reconciled,
  reconcileSource,
  type Source,
  type SourceProblem,
} from './reconcile';
export { codeOfUrl, keyOfCode, linkOf, urlOfCode } from './source';
export { messageOfProblem } from './source-message';
export { sourceNameOf } from './source-name';
export { MAX_URL_LENGTH, type ReadUrl, readSourceUrl, type UrlProblem } from './source-url';
export { type Trailer, type TrailerPart, writeTrailer } from './trailer';
