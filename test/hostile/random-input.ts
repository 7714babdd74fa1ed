import type { Random } from '../support/random.ts';
import { growingTexts } from './growing-texts.ts';
import { type Files, hostileInputs } from './hostile-inputs.ts';

/** Files nobody writes, in any size, chosen at random: known inputs with repeated scraps of text spliced in. */
export function randomInput(random: Random): (size: number) => Files {
  const base = pick(random, hostileInputs);
  const [place, scrap] = [random.next(), someScrap(random)];
  const isWithin = random.below(3) > 0;
  return (size) => {
    const files = Object.entries(base.files(Math.ceil((base.size * size) / 8)));
    const text = scrap(Math.ceil(size * 100));
    return Object.fromEntries(files.map(([path, own]) => [path, isWithin ? spliced(own, place, text) : own + text]));
  };
}

function spliced(text: string, place: number, scrap: string): string {
  const at = Math.floor(text.length * place);
  return text.slice(0, at) + scrap + text.slice(at);
}

/** A text as one of ours repeats itself, or a few characters that mean something to YAML, JSON, Prisma or a pattern. */
function someScrap(random: Random): (size: number) => string {
  if (random.below(2) === 0) return pick(random, growingTexts).text;
  const unit = Array.from({ length: 1 + random.below(4) }, () => pick(random, signs)).join('');
  return (size) => unit.repeat(Math.ceil(size / unit.length));
}

const signs = [
  '\n',
  '  ',
  '- ',
  ': ',
  'a',
  '1',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '#',
  '&a ',
  '*a ',
  '<<: ',
  '|\n',
  '/',
  '//',
  '@',
  '?',
  '\\',
  '$ref: ',
  '(',
  ')',
  '\t',
  '\r',
  '.',
  '_',
];

function pick<T>(random: Random, list: readonly T[]): T {
  const item = list[random.below(list.length)];
  if (item === undefined) throw new RangeError('Nothing to choose from.');
  return item;
}
