import { serve } from '../../../site/serve';
import { watchUsage } from './usage';

/** An app's folder, and what `DELIVERY_CACHE` is to be; without that, its default. */
const [appDir = '', cache] = process.argv.slice(2);

// Before the app's configuration is read.
delete process.env['DELIVERY_CACHE'];
if (cache !== undefined) process.env['DELIVERY_CACHE'] = cache;

void serve(watchUsage, appDir);
