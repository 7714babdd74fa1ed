import { capitalised } from '#core/text/casing.ts';
import { reasonPhrases } from '#rules/words/reason-phrases.ts';

/** A shared error response and the status it is used for. */
export interface NamedError {
  readonly name: string;
  readonly status: string;
}

/** The name a new shared response has beside its sisters: `NotFoundError` beside `ConflictError`, `error-404` beside `error-400`. */
export function errorName(status: string, plain: string, sisters: readonly NamedError[]): string {
  const counts = new Map<string, number>();
  for (const sister of sisters) {
    const pattern = patternOf(sister);
    if (pattern !== undefined) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most === undefined) return caseLike(plain, sisters);
  return fill(most[0], status) ?? caseLike(plain, sisters);
}

type Spelling = (words: readonly string[]) => string;

/** How the words of a reason phrase may be spelled within a name. */
const spellings: ReadonlyMap<string, Spelling> = new Map<string, Spelling>([
  ['{Pascal}', (words) => words.map(capitalised).join('')],
  ['{snake}', (words) => words.join('_')],
  ['{kebab}', (words) => words.join('-')],
  ['{camel}', ([first = '', ...rest]) => first + rest.map(capitalised).join('')],
  ['{UPPER}', (words) => words.join('_').toUpperCase()],
  ['{Train}', (words) => words.map(capitalised).join('-')],
  ['{Title}', (words) => words.map(capitalised).join(' ')],
  ['{Words}', (words) => words.map(capitalised).join('_')],
  ['{flat}', (words) => words.join('')],
]);

/** What may stand around the phrase or the code: anything else is the name of a resource. */
const affixes =
  /^(?:err(?:or)?s?|resp(?:onse)?s?|http|exception|problem|default|status|standard|common|generic|general|api|code|e|r|json|body|[-_. ])*$/i;

/** A sister's name with its reason phrase or code left open: `{Pascal}Error`, `error-{code}`. */
function patternOf({ name, status }: NamedError): string | undefined {
  const words = reasonPhrases.get(status)?.split(' ') ?? [];
  // Of one word alone several spellings look the same: the separators beside it tell.
  const order = /-/.test(name) ? ['{Train}', '{kebab}'] : name.includes('_') ? ['{Words}', '{snake}', '{UPPER}'] : [];
  const found = [...order, ...spellings.keys()].flatMap((key) => {
    const spelled = spellings.get(key)?.(words) ?? '';
    return spelled !== '' && name.includes(spelled) ? [name.replace(spelled, () => key)] : [];
  })[0];
  const pattern = (found ?? name).replace(status, () => '{code}');
  if (!pattern.includes('{')) return undefined;
  return affixes.test(pattern.replace(/\{\w+\}/g, '')) ? pattern : undefined;
}

/** Undefined where a status without a reason phrase (`default`) has to be put into one. */
function fill(pattern: string, status: string): string | undefined {
  const words = reasonPhrases.get(status)?.split(' ');
  if (words === undefined) return undefined;
  return pattern.replace(/\{\w+\}/g, (key) => (key === '{code}' ? status : (spellings.get(key)?.(words) ?? key)));
}

/** Words apart as in most sisters' names. */
function caseLike(plain: string, sisters: readonly NamedError[]): string {
  const words = plain
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ');
  const share = (pattern: RegExp): boolean =>
    sisters.filter(({ name }) => pattern.test(name)).length * 2 > sisters.length;
  if (sisters.length === 0) return plain;
  if (share(/^[a-z\d]+(?:_[a-z\d]+)+$/)) return words.join('_');
  if (share(/^[a-z\d]+(?:-[a-z\d]+)+$/)) return words.join('-');
  if (share(/^[a-z][a-z\d]*(?:[A-Z][a-z\d]*)+$/))
    return words.map((word, index) => (index === 0 ? word : capitalised(word))).join('');
  return plain;
}
