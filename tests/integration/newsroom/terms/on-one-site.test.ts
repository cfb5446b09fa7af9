import { onEachDatabase } from '../../harness/on-each-database';
import { manyPosts } from './many-posts.suite';
import { merging } from './merging.suite';
import { namesAndPlaces } from './names-and-places.suite';

onEachDatabase([namesAndPlaces, merging, manyPosts]);
