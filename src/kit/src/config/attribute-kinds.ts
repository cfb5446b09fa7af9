/** What an attribute has to be to serve: as messages call it, and Strapi's types of attributes that are. */
export interface AttributeKind {
  /** With its article: `a text`. */
  readonly what: string;
  /** Left out where all serve. */
  readonly types?: ReadonlySet<string>;
  /** Attributes that are left to Strapi, whatever their types are. */
  readonly reserved?: ReadonlySet<string>;
}

export const TEXT: AttributeKind = {
  what: 'a text',
  types: new Set(['string', 'text', 'richtext', 'uid', 'email', 'enumeration']),
};

/** Texts that are no page long, as titles and names. */
export const SHORT_TEXT: AttributeKind = {
  what: 'a text of one line',
  types: new Set(['string', 'text', 'uid', 'email', 'enumeration']),
};

export const MOMENT: AttributeKind = {
  what: 'a date',
  types: new Set(['datetime', 'date', 'timestamp']),
};

/** Values that a database sorts by, and that are short enough for each row of an index. */
export const SORTABLE: AttributeKind = {
  what: 'a value that lists are sorted by',
  types: new Set([
    ...['biginteger', 'boolean', 'date', 'datetime', 'decimal', 'email', 'enumeration', 'float'],
    ...['integer', 'string', 'time', 'timestamp', 'uid'],
  ]),
};
