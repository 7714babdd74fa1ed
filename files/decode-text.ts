/** The text of a file, and whether its bytes can be had back from it. */
export interface DecodedText {
  /** A byte order mark stays in it; what could not be decoded became U+FFFD. */
  readonly text: string;
  /** False where something became U+FFFD: writing the text back would lose it. */
  readonly isExact: boolean;
}

/** Decodes UTF-8, or UTF-16 where a byte order mark says so (Unicode Standard, section 23.8). */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes), isExact: true };
  } catch {
    return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), isExact: false };
  }
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
