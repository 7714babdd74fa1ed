import { parseEvents, YAMLException } from 'js-yaml';
import type { SyntaxProblem } from '#core/text/section.ts';
import { blankValue, MAXIMUM_NESTING, tooDeepProblem } from '#core/tree/read/nesting.ts';
import { parseYamlTolerant } from '#core/tree/read/parse-yaml-tolerant.ts';
import type { ParsedText } from '#core/tree/read/parsed-text.ts';
import { readPlainYaml } from '#core/tree/read/plain-yaml.ts';
import { readYamlEvents } from '#core/tree/read/yaml-events.ts';

/** How often a value that lies too deep is blanked out before the tolerant reader takes over. */
const deepAttempts = 4;

/** Reads the first document of a YAML text. Never throws: what the strict reader refuses is read again tolerantly. */
export function parseYaml(text: string): ParsedText {
  return readPlainYaml(text) ?? parseAnyYaml(text);
}

function parseAnyYaml(text: string): ParsedText {
  const deepProblems: SyntaxProblem[] = [];
  let shallow = text;
  for (let attempt = 0; attempt < deepAttempts; attempt++) {
    const outcome = parseStrict(shallow, MAXIMUM_NESTING + 1 + attempt);
    if (outcome.kind === 'parsed') return withProblems(outcome.parsed, deepProblems);
    if (outcome.kind === 'refused') break;
    const blanked = blankValue(shallow, outcome.offset);
    if (blanked.text === shallow) break;
    const end = shallow.indexOf('\n', blanked.start);
    deepProblems.push(tooDeepProblem(blanked.start, end < 0 ? shallow.length : end));
    shallow = blanked.text;
  }
  return withProblems(parseYamlTolerant(shallow), deepProblems);
}

type StrictOutcome =
  | { readonly kind: 'parsed'; readonly parsed: ParsedText }
  | { readonly kind: 'too-deep'; readonly offset: number }
  | { readonly kind: 'refused' };

/** Where a value was blanked out an empty one stands, still one level too deep: each attempt allows one more. */
function parseStrict(text: string, maxDepth: number): StrictOutcome {
  try {
    const events = parseEvents(text, { maxDepth });
    return { kind: 'parsed', parsed: readYamlEvents(text, events) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const isTooDeep = error.reason.startsWith('nesting exceeded') && error.mark !== undefined;
    return isTooDeep ? { kind: 'too-deep', offset: error.mark?.position ?? 0 } : { kind: 'refused' };
  }
}

function withProblems(parsed: ParsedText, earlier: readonly SyntaxProblem[]): ParsedText {
  return earlier.length === 0 ? parsed : { tree: parsed.tree, problems: [...earlier, ...parsed.problems] };
}
