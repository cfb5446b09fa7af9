export { compileSourceRules } from './rules/compile-rules';
export type { SourceRules } from './rules/source-rules';
export {
  composeTrailer,
  type ComposedTrailer,
  type RecordedTrailer,
  rewriteTrailer,
} from './trailers/compose-trailer';
export { type Category, type Ending, type Lost } from './trailers/lost-in-trailer';
export { type ReadContent, readTrailer } from './trailers/read-trailer';
export {
  type AskedSource,
  type Reconciled,
  reconcileSource,
  type Source,
  type SourceProblem,
} from './sources/reconcile-source';
export { codeOfUrl, keyOfCode, linkOf, urlOfCode } from './sources/source-codes';
export { messageOfProblem } from './sources/source-message';
export { sourceNameOf } from './sources/source-name';
export { MAX_URL_LENGTH, type ReadUrl, readSourceUrl, type UrlProblem } from './sources/source-url';
export { type Trailer, type TrailerPart, writeTrailer } from './trailers/trailer';
