// Lets Node run TypeScript as Jest does: a thread that a test starts is outside of Jest.
const { transformFileSync } = require('@swc/core');
const Module = require('node:module');

Module._extensions['.ts'] = (module, file) => {
  const { code } = transformFileSync(file, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  module._compile(code, file);
};
