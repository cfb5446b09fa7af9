import { onEachDatabase } from '../harness/on-each-database';
import { slugs } from './slugs.suite';
import { lifecycle } from './lifecycle.suite';
import { abandoned } from './abandoned.suite';
import { keep } from './keep.suite';
import { handOver } from './hand-over.suite';
import { lookUps } from './resolve/look-ups.suite';

onEachDatabase([slugs, lifecycle, abandoned, keep, handOver, lookUps]);
