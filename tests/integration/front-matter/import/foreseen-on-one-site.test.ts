import { onEachDatabase } from '../../harness/on-each-database';
import { documentService } from './document-service.suite';
import { dryRun } from './dry-run.suite';

onEachDatabase([documentService, dryRun]);
