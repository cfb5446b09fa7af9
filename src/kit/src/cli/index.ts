export { boundHeap } from './bound-heap';
export { EXIT } from './exit-codes';
export { lowerPriority } from './lower-priority';
export { print, printLine, say } from './output';
export { printable, printableJson } from '../text/printable';
export { type Command, createProgram, InvalidArgumentError, Option, runProgram } from './program';
export { showProgress } from './progress';
