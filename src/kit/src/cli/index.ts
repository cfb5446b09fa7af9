export { boundHeap } from './bound-heap';
export { giveWay } from './give-way';
export { outliveReaders, print, printable, printableJson, printLine, say } from './output';
