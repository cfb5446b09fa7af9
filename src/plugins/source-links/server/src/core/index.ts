export { compileSourceRules, type SourceRules, SourceRulesError } from './compile-rules';
export { type ReadContent, readTrailer } from './read-trailer';
export { codeOfUrl, keyOfCode, linkOf, urlOfCode } from './source';
export { sourceNameOf } from './source-name';
export { type ReadUrl, readSourceUrl, type UrlProblem } from './source-url';
export { type Trailer, type TrailerPart, writeTrailer } from './trailer';
