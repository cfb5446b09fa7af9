export { boundHeap } from './bound-heap';
export { checkDriver, faultOfDriver } from './check-driver';
export { giveWay } from './give-way';
export { outliveReaders, print, printable, printableJson, printLine, say } from './output';
