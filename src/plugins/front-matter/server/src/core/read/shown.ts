const MAX_SHOWN = 120;

/** A piece of a file as a message shows it. */
export function shown(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ').replace(CONTROLS, '\u2423');
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}

const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g;
