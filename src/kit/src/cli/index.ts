export { boundHeap } from './bound-heap';
export { checkDriver, faultOfDriver } from './check-driver';
export { outliveReaders, print, printable, printableJson, printLine, say } from './output';
