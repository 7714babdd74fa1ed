import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { capitalised } from '#core/text/casing.ts';
import { findEntry } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { allOfConflicts, type Conflict } from '#rules/detectors/openapi/all-of-conflicts.ts';
import { schemaName } from '#rules/schema-name.ts';
import { openApi } from '#rules/sources.ts';

export const schemaAllOfSatisfiable = localRule({
  id: 'openapi/schema-all-of-satisfiable',
  summary: 'Combine only schemas that one value can meet.',
  why: '`allOf` adds demands and takes none back: a property that is a string in the base and an object in what extends it can be neither, and validators refuse every value.',
  item: validity,
  references: [openApi('Composition and Inheritance', 'composition-and-inheritance-polymorphism')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A property that is to be two things',
      bad: `openapi: 3.1.0
components:
  schemas:
    Event:
      type: object
      properties:
        id: { type: string }
        data: { type: string }
    OrderEvent:
      allOf:
        - $ref: '#/components/schemas/Event'
        - type: object
          properties:
            «data»: { type: object }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Event:
      type: object
      properties:
        id: { type: string }
    OrderEvent:
      allOf:
        - $ref: '#/components/schemas/Event'
        - type: object
          properties:
            data: { type: object }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['allOf', '$ref'],
  check(schema, scope) {
    if (schema.allOf.length === 0) return none;
    return allOfConflicts(schema, scope).map((conflict) => conflictFinding(schema, conflict));
  },
});

const none: readonly Finding[] = [];

function conflictFinding(schema: Schema, { fault, owner, property }: Conflict): Finding {
  const name = schemaName(schema);
  const whole = name === undefined ? 'this schema' : `“${name}”`;
  const subject = property === undefined ? whole : `“${property.value}” of ${whole}`;
  const isHere = owner.section === schema.section && isWithin(schema, owner);
  const span = isHere ? (property?.span ?? owner.anchor) : (findEntry(schema.tree, 'allOf')?.key.span ?? schema.anchor);
  const message = `${capitalised(subject)} ${fault}.`;
  return { span, message };
}

/** True for a schema that is written in another one. */
function isWithin({ location }: Schema, owner: Schema): boolean {
  const [outer, inner] = [pointerOf(location), pointerOf(owner.location)];
  return outer.every((key, index) => key === inner[index]);
}
