// Breaks the thread down in the middle of its work, past everything that catches.
const fs = require('node:fs');

const { openSync } = fs;
fs.openSync = (file, ...args) => {
  if (String(file).endsWith('/100')) {
    process.nextTick(() => {
      throw new Error('broken down');
    });
  }
  return openSync(file, ...args);
};
