import type { Section } from '#core/text/section.ts';

/** False where the text of a section alone tells that a sign of a name, as `signOf` gives it, does not occur in it. */
export function mayMention(section: Section, sign: string): boolean {
  return sign === '' || section.text.includes(sign) || hasEscapes(section);
}

/** The longest part of a name that is written the same wherever it stands, in pointers, too. */
export function signOf(name: string): string {
  const parts = name.match(/[\w.-]+/g) ?? [];
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** True for what may stand for letters of a name: escapes of strings (YAML 1.2.2 §5.7, RFC 8259 §7) and of URIs. */
function hasEscapes(section: Section): boolean {
  const before = known.get(section);
  if (before !== undefined) return before;
  const { text } = section;
  const has = text.includes('%') || (text.includes('\\') && /\\[uxU\r\n]/.test(text));
  known.set(section, has);
  return has;
}

/** Looked for once in each section. */
const known = new WeakMap<Section, boolean>();
