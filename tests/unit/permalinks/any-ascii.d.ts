declare module 'any-ascii' {
  /** Transliterates text in any script into ASCII. */
  function anyAscii(text: string): string;
  export = anyAscii;
}
