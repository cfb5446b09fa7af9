// Runs the command that imports an archive, and tells its parent when it is in the middle of the
// second batch, which goes on half a second later.
//
//   node signalled-import.cjs ROOT ARCHIVE
const path = require('node:path');
const { clearInterval, setInterval } = require('node:timers');
const { setTimeout: pause } = require('node:timers/promises');

const [root, folder] = process.argv.slice(2);
const { main } = require(path.join(root, 'src/plugins/front-matter/dist/server/src/bin/cli.js'));

let batches = 0;
const waiting = setInterval(() => {
  const lifecycles = globalThis.strapi?.db?.lifecycles;
  if (lifecycles === undefined) return;
  clearInterval(waiting);
  lifecycles.subscribe({
    models: ['api::post.post'],
    async afterCreateMany() {
      batches += 1;
      if (batches !== 2) return;
      process.send('in the middle');
      await pause(500);
    },
  });
}, 5);

void main(['import', folder, '--archive', 'archive']);
