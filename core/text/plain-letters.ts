/** A text without accents: `permissão` → `permissao`. */
export function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
