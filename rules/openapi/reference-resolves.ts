import type { MissingPart } from '#core/openapi/missing-part.ts';
import { formatPointer, parsePointer, readReferenceTarget } from '#core/openapi/reference-target.ts';
import { isKnownKey } from '#core/openapi/stray-keys.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type ReferenceOutcome, type Section } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import type { Span } from '#core/text/span.ts';
import { references } from '#rules/checklist.ts';
import { type MeantPlace, nearestPlace } from '#rules/fixes/nearest-place.ts';
import { openApi, rfc } from '#rules/sources.ts';

/** A reference that leads nowhere. */
interface Lost extends MeantPlace {
  readonly key: '';
  readonly kind: 'lost';
  readonly uri: string;
  readonly pointer: readonly string[];
  readonly target: string;
  readonly span: Span;
  readonly fault: string;
  /** The uri of the file that is not there. */
  readonly missingFile: string | undefined;
  readonly missingPart: MissingPart | undefined;
}

/** A key that may be one others lead through, misspelt. */
interface Stray {
  readonly key: '';
  readonly kind: 'stray';
  readonly section: Section;
  readonly span: Span;
  readonly uri: string;
  readonly pointer: readonly string[];
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
      title: 'A misspelt key that references lead through',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema: { $ref: «'#/components/schemas/Orders'» }
        default:
          description: It failed.
          content:
            application/json:
              schema: { $ref: «'#/components/schemas/Error'» }
componets:
  schemas:
    Orders:
      type: array
    Error:
      type: object
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Orders' }
        default:
          description: It failed.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Error' }
components:
  schemas:
    Orders:
      type: array
    Error:
      type: object
`,
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
  on: ['openapi.reference', 'openapi.document'],
  *gather(node, scope): Iterable<Lost | Stray> {
    if (node.kind === 'openapi.document') {
      for (const { section, key, pointer } of scope.strayKeys()) {
        yield { key: '', kind: 'stray', section, span: key.span, uri: section.uri, pointer };
      }
      return;
    }
    const outcome = scope.outcome(node);
    const fault = faultOf(outcome, node);
    if (fault === undefined) return;
    const { section, location, target, targetSpan: span } = node;
    const { uri } = section;
    const pointer = [...pointerOf(location), '$ref'];
    const missingFile = outcome === 'missing-file' ? readReferenceTarget(target, uri).uri : undefined;
    const found = { ...nearestPlace(node, scope), missingFile, missingPart: scope.missingPart(node) };
    yield { key: '', kind: 'lost', uri, pointer, target, span, fault, ...found };
  },
  *compare(facts) {
    const strays = new StrayKeys(facts.flatMap(({ value }) => (value.kind === 'stray' ? [value] : [])));
    for (const { section, value } of facts) {
      if (value.kind === 'stray') continue;
      const { span, target, fault, place } = value;
      const meant = strays.meantBy(value);
      const fixes = [
        ...(meant === undefined ? [] : [meant.fix]),
        ...(place === undefined ? [] : [referTo(value, place)]),
      ];
      const cause = causeOf(value, meant);
      const message = `“${target}” ${fault}${fileInstead(value)}.`;
      yield { section, value: { span, message, fixes, ...(cause && { cause }) } };
    }
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
    case 'broken':
    case 'unsupported':
      return undefined;
    default:
      return outcome satisfies never;
  }
}

/** Names the file that is there, where one differs from the missing one in case or slashes alone. */
function fileInstead({ missingFile, place }: Lost): string {
  return missingFile === undefined || place === undefined ? '' : `, but “${fileOf(place)}”`;
}

function fileOf(target: string): string {
  return target.split('#')[0] ?? '';
}

/** Safe where only the spelling changes: what led nowhere leads where it meant to. */
function referTo({ uri, pointer, isCertain }: Lost, place: string): Fix {
  const change = { kind: 'set', uri, pointer, value: place } as const;
  return { title: `Refer to “${place}” instead`, safety: isCertain ? 'safe' : 'review', changes: [change] };
}

/** A stray key that is meant to be another one. */
interface MeantKey {
  readonly stray: Stray;
  readonly name: string;
  /** The same object for all that lead through it. */
  readonly fix: Fix;
}

class StrayKeys {
  readonly #strays: readonly Stray[];
  readonly #fixes = new Map<Stray, Fix>();

  constructor(strays: readonly Stray[]) {
    this.#strays = strays;
  }

  /** The key that is almost the one that is missing, and stands where that should. */
  meantBy({ missingPart }: Lost): MeantKey | undefined {
    if (missingPart === undefined || !isKnownKey(missingPart.pointer)) return undefined;
    const { uri, pointer } = missingPart;
    const above = formatPointer(pointer.slice(0, -1));
    const beside = this.#strays.filter(
      (stray) => stray.uri === uri && formatPointer(stray.pointer.slice(0, -1)) === above,
    );
    const name = lastOf(pointer);
    const nearest = nearestName(
      name,
      beside.map((stray) => lastOf(stray.pointer)),
    );
    const stray = beside.find((candidate) => lastOf(candidate.pointer) === nearest);
    return stray && { stray, name, fix: this.#fixOf(stray, name) };
  }

  #fixOf(stray: Stray, name: string): Fix {
    const { uri, pointer } = stray;
    const title = `Rename “${lastOf(pointer)}” to “${name}”`;
    const fix: Fix = this.#fixes.get(stray) ?? {
      title,
      safety: 'review',
      changes: [{ kind: 'rename', uri, pointer, name }],
    };
    this.#fixes.set(stray, fix);
    return fix;
  }
}

/** What others that lead nowhere for the same reason have in common with it. */
function causeOf(lost: Lost, meant: MeantKey | undefined): Cause | undefined {
  const { target, inRoot, place, missingFile, missingPart } = lost;
  if (inRoot) {
    // A bundler may put all files into one before it follows references.
    return {
      key: 'in root',
      message: (count) =>
        `${count} references lead nowhere in the files they stand in: the places are in the root file.`,
      fixTitle: (count) => `Name the root file in ${count} references`,
    };
  }
  if (missingFile !== undefined) {
    const instead = place === undefined ? '' : ` “${fileOf(place)}” is.`;
    const message = (count: number) =>
      `${count} references lead to “${fileOf(target)}”, a file that is not there.${instead}`;
    if (place === undefined) return { key: `file ${missingFile}`, message };
    const fixTitle = (count: number) => `Refer to “${fileOf(place)}” instead in ${count} places`;
    return { key: `file ${missingFile}`, message, fixTitle };
  }
  if (missingPart === undefined) return undefined;
  const { pointer } = missingPart;
  const key = `part ${missingPart.uri}#${formatPointer(pointer)}`;
  if (meant !== undefined) return throughStray(key, meant);
  const isWhole = pointer.length === parsePointer(target.slice(target.indexOf('#') + 1)).length;
  const goal = isWhole ? `to “${target}”` : `through “#${formatPointer(pointer)}”`;
  const message = (count: number) => `${count} references lead ${goal}, which is not there.`;
  if (place === undefined) return { key, message };
  const fixTitle = (count: number) =>
    isWhole
      ? `Refer to “${place}” instead in ${count} places`
      : `Correct ${count} references, as “${target}” to “${place}”`;
  return { key, message, fixTitle };
}

function throughStray(key: string, { stray, name, fix }: MeantKey): Cause {
  const { section, span, pointer } = stray;
  return {
    key,
    place: { section, span },
    message: (count) =>
      `“${lastOf(pointer)}”: ${count} references lead through “${name}”, which is not there. Is that meant?`,
    fixTitle: () => fix.title,
  };
}

function lastOf(pointer: readonly string[]): string {
  return pointer.at(-1) ?? '';
}
