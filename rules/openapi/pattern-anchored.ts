import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { findEntry, findString } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { patternFault } from '#rules/detectors/openapi/pattern-fault.ts';
import { shortened } from '#rules/detectors/openapi/shown-value.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { jsonSchema } from '#rules/sources.ts';

export const patternAnchored = localRule({
  id: 'openapi/pattern-anchored',
  summary: 'Anchor patterns at both ends.',
  why: 'A pattern is looked for anywhere in a text: without `^` and `$`, `[a-z]+` takes all that has one small letter in it.',
  item: documentationFormats,
  references: [jsonSchema('6.3.3')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'No anchors',
      bad: `openapi: 3.1.0
components:
  schemas:
    Sku:
      type: string
      pattern: «'[A-Z]{3}-\\d+'»
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Sku:
      type: string
      pattern: '^[A-Z]{3}-\\d+$'
`,
    },
    {
      title: 'A choice',
      bad: `{
  "swagger": "2.0",
  "definitions": { "Side": { "type": "string", "pattern": «"^left|right$"» } }
}
`,
      good: `{
  "swagger": "2.0",
  "definitions": { "Side": { "type": "string", "pattern": "^(?:left|right)$" } }
}
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['pattern'],
  check(schema) {
    const pattern = findString(schema.tree, 'pattern');
    if (pattern === undefined || patternFault(pattern.value) !== undefined) return none;
    const anchored = withAnchors(pattern.value);
    return anchored === pattern.value ? none : [loose(schema, pattern, anchored)];
  },
});

const none: readonly Finding[] = [];

/** The pattern as it takes whole texts only; itself where it does, where it says that anything may stand around it, and where it looks around. */
function withAnchors(pattern: string): string {
  if (pattern === '' || open.test(pattern)) return pattern;
  const choices = choicesOf(pattern);
  if (choices.every((choice) => choice.startsWith('^') && endsAnchored(choice))) return pattern;
  if (choices.length === 1) return `^${withoutEnds(pattern)}$`;
  return `^(?:${choices.map(withoutEnds).join('|')})$`;
}

function withoutEnds(choice: string): string {
  const start = choice.startsWith('^') ? 1 : 0;
  return choice.slice(start, endsAnchored(choice) ? -1 : undefined);
}

/** True where it ends with a `$` that stands for the end. */
function endsAnchored(choice: string): boolean {
  if (!choice.endsWith('$')) return false;
  let at = choice.length - 2;
  while (choice[at] === '\\') at--;
  return (choice.length - at) % 2 === 0;
}

/** `.*` or `.+` at an end, a look around, an end of a word, an anchor within brackets. */
const open = /^\^?\.[*+]|\.[*+]\$?$|\(\?<?[=!]|\\b|\$\)|\((?:\?:)?\^/i;

/** What stands between the bars of the outermost level. */
function choicesOf(pattern: string): readonly string[] {
  const choices: string[] = [];
  let [start, depth, isClass] = [0, 0, false];
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at];
    if (sign === '\\') at++;
    else if (isClass) isClass = sign !== ']';
    else if (sign === '[') isClass = true;
    else if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === '|' && depth === 0) {
      choices.push(pattern.slice(start, at));
      start = at + 1;
    }
  }
  return [...choices, pattern.slice(start)];
}

function loose(schema: Schema, { value, span }: Located<string>, anchored: string): Finding {
  const pointer = [...pointerOf(schema.location), 'pattern'];
  const change = { kind: 'set', uri: schema.section.uri, pointer, value: anchored } as const;
  const fix: Fix = { title: `Write the pattern as “${anchored}”`, safety: 'review', changes: [change] };
  return {
    span,
    message: `The pattern “${shortened(value, 30)}” of ${schemaTitle(schema)} leaves open what stands around it. Anchor it by ^ and $.`,
    fixes: isWhole(schema, value) ? [fix] : [],
    cause,
  };
}

/** What is anchored at one end may mean to begin or to end so; a length that is written beside may be that of more. */
function isWhole({ tree }: Schema, pattern: string): boolean {
  const isLong = ['minLength', 'maxLength'].some((keyword) => findEntry(tree, keyword) !== undefined);
  const [first = '', ...others] = choicesOf(pattern);
  const isHalf = others.length === 0 && first.startsWith('^') !== endsAnchored(first);
  return !isLong && !isHalf && /[[{|+*\\]/.test(pattern);
}

const cause: Cause = {
  key: 'loose',
  message: (count) => `${count} patterns leave open what stands around them. Anchor them by ^ and $.`,
  fixTitle: (count) => `Anchor ${count} patterns by ^ and $`,
};
