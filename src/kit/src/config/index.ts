export { type AttributeKind, MOMENT, SHORT_TEXT, SORTABLE, TEXT } from './attribute-kinds';
export { checkHost, type HostCheck, type RelationKind } from './check-host';
export { ConfigurationError } from './configuration-error';
export { hasToBe } from './expectation';
export { unknownKey, wrongValue } from './fault';
export type { KeyPath } from './key-path';
export { parseConfig } from './parse-config';
export { filePlace, type Place, pluginPlace } from './place';
export { orElse, orNull, readBy, timeZone, wholeNumber } from './shapes';
