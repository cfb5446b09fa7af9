#!/usr/bin/env node
require('../dist/server/src/bin/cli.js').main(process.argv.slice(2));
