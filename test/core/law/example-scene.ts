import { stringify } from 'yaml';
import type { Random } from '../../support/random.ts';
import { happens, pickFrom } from './chance.ts';

/** A description whose examples, defaults and enums fit their schemas or not; schemas and examples stand in other sections and files. */
export function exampleApi(random: Random): { readonly api: string; readonly shared: string } {
  const elsewhere = happens(random, 0.5);
  const schema = (name: string) => ({ $ref: `${elsewhere ? 'shared.yaml' : ''}#/components/schemas/${name}` });
  const value = (good: unknown, bad: unknown) => (happens(random, 0.5) ? good : bad);
  const order = (): unknown => ({
    id: value(1, '1'),
    state: value('open', pickFrom(random, ['OPEN', 'gone'])),
    lines: [{ price: value(2, 'two'), ...Object(value({}, { description: 'Blue.' })) }],
    ...Object(value({ note: null }, { nope: 1 })),
  });
  const content = (name: string) => ({
    'application/json': {
      schema: schema(name),
      examples: { one: { value: order() }, two: { $ref: '#/components/examples/two' } },
    },
  });
  const paths = Object.fromEntries(
    ['orders', 'bills', 'offers'].map((name) => [
      `/${name}`,
      {
        get: {
          parameters: [
            {
              name: 'limit',
              in: 'query',
              schema: { type: 'integer', default: value(1, '1') },
              example: value(3, true),
            },
          ],
          responses: { '200': { description: 'ok', content: content(value('Order', 'Line') as string) } },
        },
      },
    ]),
  );
  const schemas = {
    Order: {
      type: 'object',
      required: ['id', 'state'],
      additionalProperties: value(true, false),
      properties: {
        id: { type: 'integer', readOnly: true },
        state: { $ref: '#/components/schemas/State' },
        lines: { type: 'array', items: { $ref: '#/components/schemas/Line' } },
        note: { oneOf: [{ type: 'string' }, { type: 'null' }] },
      },
    },
    Line: { allOf: [{ type: 'object', properties: { price: { type: 'number', minimum: 1 } }, example: { price: 0 } }] },
    State: { type: 'string', enum: ['open', 'paid', value('sent', 3)] },
  };
  const components = { examples: { two: { value: order() } }, ...(elsewhere ? {} : { schemas }) };
  return {
    api: stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths, components }),
    shared: stringify({ components: { schemas } }),
  };
}
