const CONTROL_PICTURES = 0x2400;

const hex = (character: string): string =>
  `⟨${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/**
 * A text in which one can see what is otherwise invisible: spaces at its ends and where there are several, tabs, ends
 * of lines, control characters, and characters without a width, by their code points.
 */
export const showSpaces = (text: string): string =>
  text
    .replace(/^ +| +$| {2,}/gmu, (spaces) => '·'.repeat(spaces.length))
    .replace(/[^\S \t\r\n]|\p{Cf}/gu, hex)
    .replace(/\r?\n/gu, '↵\n')
    .replace(/\t/gu, '⇥')
    .replace(/[\0-\x08\x0b-\x1f]/gu, (control) =>
      String.fromCodePoint(CONTROL_PICTURES + (control.codePointAt(0) ?? 0))
    );
