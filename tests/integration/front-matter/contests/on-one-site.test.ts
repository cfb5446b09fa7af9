import { onEachDatabase } from '../../harness/on-each-database';
import { oneAddress } from './one-address.suite';
import { reservedAddresses } from './reserved-addresses.suite';

onEachDatabase([oneAddress, reservedAddresses]);
