export { boundHeap } from './bound-heap';
export { checkDriver, faultOfDriver } from './check-driver';
export { giveWay } from './give-way';
export { outliveReaders, print, printLine, say, sayError } from './output';
export { printable, printableJson } from './printable';
