import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { linksOf, linkTarget } from '#core/ask/links-of.ts';
import { finish } from '#core/work/steps.ts';
import { type Texts, workspaceOf } from './symbol-lines.ts';

const files = {
  'api.yaml': `openapi: 3.1.0
paths:
  /orders: {$ref: 'paths/orders.yaml'}
  /lost: {$ref: 'paths/lost.yaml'}
  /far: {$ref: 'https://example.com/paths.yaml'}
components:
  schemas:
    Order: {$ref: 'schemas.yaml#/definitions/Order'}
    Anchored: {$ref: 'schemas.yaml#line'}
    All: {$ref: 'schemas.yaml#/definitions'}
    Local: {$ref: '#/components/schemas/Order'}
    Payment:
      example: {externalValue: no.json, $ref: no.yaml}
      discriminator:
        propertyName: kind
        mapping: {card: Card, cash: 'schemas.yaml#/definitions/Cash'}
  examples:
    One: {externalValue: 'examples/one.json'}
  links:
    Next: {operationRef: 'paths/orders.yaml#/get'}
`,
  'paths/orders.yaml': `get:
  responses:
    '200':
      description: ok
      content: {application/json: {schema: {$ref: '../schemas.yaml#/definitions/Order'}}}
`,
  'schemas.yaml': 'definitions:\n  Order: {}\n  Line: {$anchor: line}\n  Cash: {}\n',
};

describe('linksOf', () => {
  it('leads to files, and to the place in them', () => {
    assert.deepEqual(linked(files), [
      "'paths/orders.yaml' → paths/orders.yaml",
      "'paths/lost.yaml' → paths/lost.yaml?",
      "'schemas.yaml#/definitions/Order' → schemas.yaml Order: {}",
      "'schemas.yaml#line' → schemas.yaml Line: {$anchor: line}",
      "'schemas.yaml#/definitions' → schemas.yaml definitions:",
      "'schemas.yaml#/definitions/Cash' → schemas.yaml Cash: {}",
      "'examples/one.json' → examples/one.json?",
      "'paths/orders.yaml#/get' → paths/orders.yaml get:",
    ]);
  });

  it('leads from what names that are words stand over, and not from data', () => {
    const texts = {
      'api.yaml': `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        default:
          links: {value: {operationRef: 'more.yaml#/get'}}
          content:
            application/json:
              examples:
                default: {externalValue: one.json}
                example: {value: {externalValue: no.json}}
components:
  schemas:
    default: {discriminator: {propertyName: kind, mapping: {a: 'a.yaml'}}, default: {externalValue: no.json}}
    enum: {properties: {value: {properties: {const: {discriminator: {propertyName: k, mapping: {b: b.yaml}}}}}}}
    properties: {properties: {properties: {properties: {default: {examples: [{externalValue: no.json}]}}}}}
`,
    };
    assert.deepEqual(linked(texts), [
      "'more.yaml#/get' → more.yaml?",
      'one.json → one.json?',
      "'a.yaml' → a.yaml?",
      'b.yaml → b.yaml?',
    ]);
  });

  it('leads on from files that references lead into', () => {
    const { 'paths/orders.yaml': orders, ...others } = files;
    assert.deepEqual(linked({ 'paths/orders.yaml': orders, ...others }), [
      "'../schemas.yaml#/definitions/Order' → schemas.yaml Order: {}",
    ]);
  });

  it('leads to places among the sections of another description', () => {
    const other = 'openapi: 3.1.0\ncomponents:\n  schemas:\n    A: {}\n';
    const api =
      "openapi: 3.1.0\ncomponents:\n  schemas:\n    B: {$ref: 'other.yaml#/components/schemas'}\n    C: {$ref: 'other.yaml#/components/schemas/A'}\n";
    assert.deepEqual(linked({ 'api.yaml': api, 'other.yaml': other }), [
      "'other.yaml#/components/schemas' → other.yaml schemas:",
      "'other.yaml#/components/schemas/A' → other.yaml A: {}",
    ]);
  });
});

/** The links of the first file: what is written, the file, and the line there from the place on; `?` for a file that is not known. */
function linked(texts: Texts): readonly string[] {
  const [[name = '', text = ''] = []] = Object.entries(texts);
  const from = `file:///w/${name}`;
  const workspace = workspaceOf(texts);
  return finish(linksOf(from, workspace)).map(({ span, text: written, uri, isKnown }) => {
    const place = linkTarget(written, from, workspace)?.place;
    const target = uri.replace('file:///w/', '');
    const line = place === undefined ? '' : ` ${(texts[target] ?? '').slice(place).split('\n')[0]?.trim()}`;
    return `${text.slice(span.start, span.end)} → ${target}${line}${isKnown ? '' : '?'}`;
  });
}
