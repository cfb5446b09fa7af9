export { boundHeap } from './bound-heap';
export { giveWay } from './give-way';
export { outliveReaders, print, printLine, say, sayError } from './output';
export { printable, printableJson } from './printable';
