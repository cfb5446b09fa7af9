/** A command was started where its application is not: from another folder it would work. */
export class NoApplicationError extends Error {}
