import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openWorkspace } from '#core/project/open-workspace.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { finish } from '#core/work/steps.ts';

const uri = 'file:///a.yaml';
const settings = { folders: ['file:///'], preset: 'none', unread: new Map() };

/** A map of components with a key that could be a reference is one section. */
const text = `openapi: 3.1.0
paths:
  /users:
    get:
      parameters:
        - $ref: '#/components/parameters/Limit'
components:
  parameters:
    $ref:
      name: after
      in: query
`;
const limit = `    Limit:
      name: limit
      in: query
      schema: { type: string }
`;

describe('usage of schemas after an edit', () => {
  it('knows what a reference leads to that led nowhere before, within a section', () => {
    const before = opened(text);
    assert.equal(usageOfLimit(before), undefined);
    assert.deepEqual(usageOfLimit(opened(text + limit, before)), { inRequest: true, inResponse: false });
  });
});

function opened(source: string, previous?: Workspace): Workspace {
  return openWorkspace([{ uri, text: source }], { rules: [], presets: [] }, settings, previous);
}

/** Asking makes the description find out, so that the next one can take it over. */
function usageOfLimit({ descriptions: [description] }: Workspace) {
  assert.ok(description !== undefined);
  const operation = description.find('openapi.path-item', '/users')?.operations[0];
  const [first] = operation?.parameters ?? [];
  const parameter = first && description.resolve(first);
  const schema = parameter && description.resolve(parameter.schema);
  if (schema !== undefined) return description.usage(schema);
  finish(description.prepareUsage());
  return undefined;
}
