import { onEachDatabase } from '../harness/on-each-database';
import { relationFilters } from './relation-filters.suite';
import { hostileReads } from './hostile-reads.suite';
import { drafts } from './drafts.suite';
import { requests } from './requests.suite';
import { walks } from './walks.suite';

onEachDatabase([relationFilters, hostileReads, drafts, requests, walks]);
