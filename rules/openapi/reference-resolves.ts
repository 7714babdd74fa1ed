import { type Fix, globalRule, type Keyed } from '#core/rule.ts';
import { references } from '#rules/checklist.ts';
import { lostCause } from '#rules/detectors/openapi/lost-cause.ts';
import { type FoundFile, foundFile, LostFolders } from '#rules/detectors/openapi/lost-folders.ts';
import { type LostReference, lostReference } from '#rules/detectors/openapi/lost-reference.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { Creations } from '#rules/fixes/openapi/creations.ts';
import { MeantKeys, type UnknownKey } from '#rules/fixes/openapi/meant-keys.ts';
import { openApi, rfc } from '#rules/sources.ts';

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
      title: 'A pointer without its slash',
      bad: `openapi: 3.0.3
components:
  schemas:
    Order:
      properties:
        line: { $ref: «'#components/schemas/Line'» }
    Line:
      type: object
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Order:
      properties:
        line: { $ref: '#/components/schemas/Line' }
    Line:
      type: object
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
  *gather(node, scope): Iterable<Keyed & (LostReference | UnknownKey | FoundFile)> {
    if (node.kind === 'openapi.document') {
      for (const { section, key, pointer } of scope.strayKeys()) {
        yield { key: '', kind: 'stray', section, span: key.span, uri: section.uri, pointer };
      }
      return;
    }
    const file = foundFile(node, scope);
    if (file !== undefined) yield { key: '', kind: 'found', file };
    const lost = lostReference(node, scope);
    if (lost !== undefined) yield { key: '', ...lost };
  },
  *compare(facts) {
    const keys = new MeantKeys(factsOfKind(facts, 'stray').map(({ value }) => value));
    const creations = new Creations();
    const losses = factsOfKind(facts, 'lost');
    const folders = new LostFolders(losses, factsOfKind(facts, 'found'));
    for (const { section, value } of losses) {
      const { span, target, fault, place } = value;
      const meant = keys.meantBy(value);
      const creation = meant === undefined ? creations.of(value) : undefined;
      const fixes = [meant?.fix, place === undefined ? undefined : referTo(value, place), creation].filter(
        (fix) => fix !== undefined,
      );
      const cause = folders.causeOf(value) ?? lostCause(value, meant, creation);
      yield {
        section,
        value: { span, message: `“${target}” ${fault}.${remedyFor(value)}`, fixes, ...(cause && { cause }) },
      };
    }
  },
});

/** What is to be done, where the fault does not say it. */
function remedyFor({ place, missingFile, missingPart }: LostReference): string {
  // What is in another file depends on the description, and what descriptions say of a file they share is one finding.
  if (place?.startsWith('#')) return ` Did you mean “${place}”?`;
  if (place !== undefined && missingFile !== undefined) return '';
  return missingFile === undefined && missingPart === undefined ? '' : ' Correct it, or add what it names.';
}

/** Safe where only the spelling changes: what led nowhere leads where it meant to. */
function referTo({ uri, pointer, isCertain }: LostReference, place: string): Fix {
  const change = { kind: 'set', uri, pointer, value: place } as const;
  return { title: `Refer to “${place}” instead`, safety: isCertain ? 'safe' : 'review', changes: [change] };
}
