// Ends the thread in the middle of its work.
const fs = require('node:fs');

const { openSync } = fs;
fs.openSync = (file, ...args) => {
  if (String(file).endsWith('/100')) process.exit();
  return openSync(file, ...args);
};
