import anyAscii from 'any-ascii';
import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;

/**
 * Text in any script as ASCII words. Chinese is read as pinyin in its context (重庆银行行长 is
 * chong qing yin hang hang zhang, ü is v), everything else is transliterated letter by letter.
 */
export function transliterate(text: string): string {
  const plain = text.normalize('NFKC');
  if (!HAN.test(plain)) return anyAscii(plain);
  return pinyin(plain, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((piece) => anyAscii(piece))
    .join(' ');
}
