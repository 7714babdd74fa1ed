import { pointerOf, type Reference } from '#core/openapi/view.ts';
import { type Fix, globalRule, type ReferenceOutcome } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { references } from '#rules/checklist.ts';
import { type MeantPlace, nearestPlace } from '#rules/fixes/nearest-place.ts';
import { openApi, rfc } from '#rules/sources.ts';

interface Fact extends MeantPlace {
  /** The file the reference stands in. */
  readonly key: string;
  readonly uri: string;
  readonly pointer: readonly string[];
  readonly target: string;
  readonly span: Span;
  readonly fault: string;
}

export const referenceResolves = globalRule({
  id: 'openapi/reference-resolves',
  summary: 'Let every `$ref` lead to something.',
  why: 'A reference that leads nowhere leaves a hole in the contract, on which generators stop and documentation shows nothing.',
  item: references,
  references: [openApi('Reference Object', 'reference-object'), rfc(6901, '4')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A component whose name is misspelt',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        customer: { $ref: «'#/components/schemas/Custmer'» }
    Customer:
      type: object
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        customer: { $ref: '#/components/schemas/Customer' }
    Customer:
      type: object
`,
    },
    {
      title: 'A place of 2.0 in a 3.x description',
      bad: `{
  "openapi": "3.0.3",
  "components": {
    "schemas": {
      "Order": { "items": { "$ref": «"#/definitions/Line"» } },
      "Line": {}
    }
  }
}
`,
      good: `{
  "openapi": "3.0.3",
  "components": {
    "schemas": {
      "Order": { "items": { "$ref": "#/components/schemas/Line" } },
      "Line": {}
    }
  }
}
`,
    },
    {
      title: 'A file behind backslashes',
      bad: {
        'openapi.yaml': `openapi: 3.1.0\npaths:\n  /orders:\n    $ref: «'paths\\orders.yaml'»\n`,
        'paths/orders.yaml': `get: {}\n`,
      },
      good: {
        'openapi.yaml': `openapi: 3.1.0\npaths:\n  /orders:\n    $ref: 'paths/orders.yaml'\n`,
        'paths/orders.yaml': `get: {}\n`,
      },
    },
    {
      title: 'A file that is not there',
      bad: { 'openapi.yaml': `openapi: 3.1.0\npaths:\n  /orders:\n    $ref: «./orders.yaml»\n` },
      good: {
        'openapi.yaml': `openapi: 3.1.0\npaths:\n  /orders:\n    $ref: ./paths/orders.yaml\n`,
        'paths/orders.yaml': `get: {}\n`,
      },
    },
  ],
  on: ['openapi.reference'],
  *gather(reference, scope): Iterable<Fact> {
    const fault = faultOf(scope.outcome(reference), reference);
    if (fault === undefined) return;
    const { section, location, target, targetSpan: span } = reference;
    const pointer = [...pointerOf(location), '$ref'];
    const { inRoot, place } = nearestPlace(reference, scope);
    yield { key: section.uri, uri: section.uri, pointer, target, span, fault, inRoot, place };
  },
  *compare(facts) {
    const misplaced = facts.filter(({ value }) => value.inRoot);
    // A bundler may put all files into one before it follows references: then many are wrong for one reason.
    const isHabit = misplaced.length > 2;
    for (const { section, value } of isHabit ? facts.filter(({ value: { inRoot } }) => !inRoot) : facts) {
      const message = `“${value.target}” ${value.fault}.`;
      const fixes = value.place === undefined ? [] : [referTo(value, value.place)];
      yield { section, value: { span: value.span, message, fixes } };
    }
    const [first, ...others] = misplaced.map(({ value }) => value);
    if (!isHabit || first === undefined || misplaced[0] === undefined) return;
    const message = `“${first.target}” and ${others.length} more references of this file lead nowhere here: the places are in the root file.`;
    const fix = referToRoot([first, ...others]);
    yield { section: misplaced[0].section, value: { span: first.span, message, fixes: [fix] } };
  },
});

/** Undefined where the target is found or nothing is known of it; a remote one is the engine's to mention. */
function faultOf(outcome: ReferenceOutcome, { target }: Reference): string | undefined {
  switch (outcome) {
    case 'missing-file':
      return `leads nowhere: there is no file “${fileOf(target)}” here`;
    case 'missing-pointer':
      return `leads nowhere: ${target.startsWith('#') || target === '' ? 'this file' : `“${fileOf(target)}”`} has no such place`;
    case 'circular':
      return 'leads only back to itself';
    case 'found':
    case 'remote':
    case 'outside-workspace':
    case 'unread':
    case 'unsupported':
      return undefined;
    default:
      return outcome satisfies never;
  }
}

function fileOf(target: string): string {
  return target.split('#')[0] ?? '';
}

function referTo({ uri, pointer }: Fact, place: string): Fix {
  const change = { kind: 'set', uri, pointer, value: place } as const;
  return { title: `Refer to “${place}” instead`, safety: 'review', changes: [change] };
}

function referToRoot([first, ...others]: readonly [Fact, ...Fact[]]): Fix {
  const change = ({ uri, pointer, place, target }: Fact) =>
    ({ kind: 'set', uri, pointer, value: place ?? target }) as const;
  const title = `Name the root file in all ${others.length + 1} references`;
  return { title, safety: 'review', changes: [change(first), ...others.map(change)] };
}
