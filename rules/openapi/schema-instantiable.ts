import { globalRule, type InSection, type Keyed, type Related } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { validity } from '#rules/checklist.ts';
import { type DemandStep, endlessDemands } from '#rules/detectors/openapi/endless-demands.ts';
import { type Demand, demandingKeywords, instanceDemand, schemaId } from '#rules/detectors/openapi/instance-demand.ts';
import { jsonSchemaCore, openApi } from '#rules/sources.ts';

export const schemaInstantiable = globalRule({
  id: 'openapi/schema-instantiable',
  summary: 'Let a value of every schema come to an end.',
  why: 'Where a value needs another one, and that needs the first again, no message can hold them. Mocks and generators run in a circle, and validators refuse everything.',
  item: validity,
  references: [openApi('Schema Object', 'schema-object'), jsonSchemaCore('9.4.1')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Two schemas that require each other',
      bad: `openapi: 3.1.0
components:
  schemas:
    «Order»:
      type: object
      required: [customer]
      properties:
        customer: { $ref: '#/components/schemas/Customer' }
    Customer:
      type: object
      required: [lastOrder]
      properties:
        lastOrder: { $ref: '#/components/schemas/Order' }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      required: [customer]
      properties:
        customer: { $ref: '#/components/schemas/Customer' }
    Customer:
      type: object
      properties:
        lastOrder: { $ref: '#/components/schemas/Order' }
`,
    },
    {
      title: 'A schema that includes itself',
      bad: `openapi: 3.0.3
components:
  schemas:
    «Pet»:
      oneOf:
        - $ref: '#/components/schemas/Cat'
    Cat:
      allOf:
        - $ref: '#/components/schemas/Pet'
        - type: object
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Cat'
    Cat:
      allOf:
        - type: object
`,
    },
  ],
  on: ['openapi.schema'],
  having: demandingKeywords,
  gather(schema, scope): readonly SchemaFact[] {
    const { role, name, anchor: span } = schema;
    const demand = role === 'component' && name !== undefined ? instanceDemand(schema, scope) : undefined;
    return demand === undefined ? none : [{ key: '', span, id: schemaId(schema), name: name?.value ?? '', demand }];
  },
  *compare(facts) {
    const schemas = facts.map((fact) => ({ fact, id: fact.value.id, demand: fact.value.demand }));
    for (const circle of endlessDemands(schemas)) {
      const [first, ...others] = circle;
      if (first === undefined) continue;
      const { section, value } = first.from.fact;
      yield {
        section,
        value: {
          span: value.span,
          message: messageFor(value.name, circle),
          related: others.slice(0, mostTold).map(toRelated),
        },
      };
    }
  },
});

const none: readonly SchemaFact[] = [];

interface SchemaFact extends Keyed {
  readonly span: Span;
  readonly id: string;
  readonly name: string;
  readonly demand: Demand;
}

type Step = DemandStep<{ readonly fact: InSection<SchemaFact> }>;

/** So many steps of a circle are told. */
const mostTold = 6;

function messageFor(name: string, circle: readonly Step[]): string {
  const told = circle
    .slice(0, mostTold)
    .map(({ demand: { way, name: next, isWithin } }) => (isWithin ? `${way} (${next})` : `${way} “${next}”`));
  const left = circle.length - told.length;
  const way = `${told.join(', which ')}${left === 0 ? '' : `, and so on over ${left} more`}`;
  return circle.some(({ demand }) => demand.isWithin)
    ? `No value of “${name}” comes to an end: it ${way}.`
    : `“${name}” is made of itself: it ${way}.`;
}

function toRelated({ from, demand }: Step): Related {
  const { section, value } = from.fact;
  return {
    section,
    span: value.span,
    message: `“${value.name}” ${demand.way}${demand.isWithin ? ` (${demand.name})` : ` “${demand.name}”`}.`,
  };
}
