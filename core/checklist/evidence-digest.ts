/** A digest of texts in any order, that grows text by text: those of two parts make that of the whole. */
export class EvidenceDigest {
  #sum: number;

  constructor(digest = '') {
    this.#sum = digest === '' ? 0 : numberOf(digest);
  }

  add(text: string): this {
    this.#sum = (this.#sum + hashOf(text)) >>> 0;
    return this;
  }

  addAll(digest: string): this {
    this.#sum = (this.#sum + numberOf(digest)) >>> 0;
    return this;
  }

  /** Eight letters from a to p: in YAML neither a number nor a word with a meaning. Empty for no text. */
  get text(): string {
    if (this.#sum === 0) return '';
    return Array.from({ length: 8 }, (_, place) => letters[(this.#sum >>> (4 * (7 - place))) & 15]).join('');
  }
}

const letters = 'abcdefghijklmnop';

function numberOf(digest: string): number {
  return [...digest].reduce((sum, letter) => ((sum << 4) | Math.max(0, letters.indexOf(letter))) >>> 0, 0);
}

/** FNV-1a over UTF-16 units, mixed so that sums of similar texts differ. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
