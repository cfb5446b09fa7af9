import { onEachDatabase } from '../harness/on-each-database';
import { sourcesOfPosts } from './hooks.suite';
import { otherWays } from './many-ways.suite';
import { readingSources } from './reading.suite';
import { archiveSources } from './import.suite';
import { sourcesInPanel } from './panel.suite';

onEachDatabase([sourcesOfPosts, otherWays, readingSources, archiveSources, sourcesInPanel]);
