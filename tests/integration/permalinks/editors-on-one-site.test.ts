import { onEachDatabase } from '../harness/on-each-database';
import { randomLives } from './random-lives.suite';
import { panel } from './panel.suite';
import { rebuild } from './rebuild.suite';
import { redirects } from './resolve/redirects.suite';
import { redirectDoors } from './resolve/redirect-doors.suite';

onEachDatabase([
  randomLives,
  panel,
  rebuild,
  redirects,
  // The last: the rights of editors and authors are others afterwards.
  redirectDoors,
]);
