import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Review, review } from '#core/review.ts';
import type { FileReview } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { rulebook } from '#rules/rulebook.ts';
import type { Files } from './check-rule.ts';

const folder = 'file:///w/';
const shared = `orders:
  get:
    responses:
      '200':
        description: The order.
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Order' }
other: {}
`;

function root(schema: string, path = 'orders', title = 'A'): string {
  return `openapi: 3.0.3
info: { title: ${title}, version: 1.0.0 }
paths:
  /orders:
    $ref: shared.yaml#/${path}
components:
  schemas:
    ${schema}: { type: object }
`;
}

function reviewed(files: Files, previous?: Review): Review {
  const settings: ReviewSettings = { folders: [folder], preset: 'recommended', unread: new Map(), failFast: true };
  const sources = Object.entries(files).map(([name, text]) => {
    const known = previous?.workspace.sources.get(folder + name);
    return known?.text === text ? known : { uri: folder + name, text };
  });
  return review(sources, rulebook, settings, previous);
}

/** The fixes of what leads nowhere in the shared file, one list a finding. */
function fixesIn({ files }: Review): readonly (readonly string[])[] {
  return lostIn(files.get(`${folder}shared.yaml`)).map(({ fixes }) =>
    fixes.map(({ title, safety }) => `${safety}: ${title}`),
  );
}

function lostIn(file: FileReview | undefined) {
  return (file?.findings ?? []).filter(({ ruleId }) => ruleId === 'openapi/reference-resolves');
}

const toA = 'Refer to “./a.yaml#/components/schemas/Order” instead';

describe('A fix in a file that descriptions share', () => {
  it('is safe where one description uses the file', () => {
    assert.deepEqual(fixesIn(reviewed({ 'a.yaml': root('Order'), 'shared.yaml': shared })), [[`safe: ${toA}`]]);
  });

  it('is not offered where they disagree', () => {
    for (const schema of ['Order', 'Orders', 'Invoice']) {
      const files = { 'a.yaml': root('Order'), 'b.yaml': root(schema, 'orders', 'B'), 'shared.yaml': shared };
      assert.deepEqual(fixesIn(reviewed(files)), [[]], schema);
      const turned = { 'a.yaml': root(schema), 'b.yaml': root('Order', 'orders', 'B'), 'shared.yaml': shared };
      assert.deepEqual(fixesIn(reviewed(turned)), [[]], schema);
    }
  });

  it('is to be looked at where another uses the file, and not this part', () => {
    const files = { 'a.yaml': root('Order'), 'b.yaml': root('Order', 'other', 'B'), 'shared.yaml': shared };
    assert.deepEqual(fixesIn(reviewed(files)), [[`review: ${toA}`]]);
    const copied = { 'a.yaml': root('Order'), 'b.yaml': root('Order'), 'shared.yaml': shared };
    assert.deepEqual(fixesIn(reviewed(copied)), [[`review: ${toA}`]]);
  });

  it('stays safe where it is the same for all', () => {
    const text = shared.replace('#/components/schemas/Order', 'Order.yaml');
    const files = {
      'a.yaml': root('Order').replace('{ type: object }', '{ $ref: order.yaml }'),
      'b.yaml': root('Orders').replace('{ type: object }', '{ $ref: order.yaml }'),
      'shared.yaml': text,
      'order.yaml': 'type: object\n',
    };
    const unread = new Map([[`${folder}Order.yaml`, 'missing']] as const);
    const sources = Object.entries(files).map(([name, own]) => ({ uri: folder + name, text: own }));
    const settings = { folders: [folder], preset: 'recommended', unread, failFast: true };
    assert.deepEqual(fixesIn(review(sources, rulebook, settings)), [['safe: Refer to “order.yaml” instead']]);
  });

  it('follows the other description, and is the same finding where nothing changed', () => {
    const alone = { 'a.yaml': root('Order'), 'shared.yaml': shared };
    const first = reviewed(alone);
    const second = reviewed({ ...alone, 'b.yaml': root('Order', 'other', 'B') }, first);
    const third = reviewed({ ...alone, 'b.yaml': root('Order', 'other', 'B').replace('1.0.0', '1.0.1') }, second);
    const fourth = reviewed({ ...alone, 'b.yaml': root('Order', 'orders', 'B') }, third);
    assert.deepEqual([first, second, third, fourth, reviewed(alone, fourth)].map(fixesIn), [
      [[`safe: ${toA}`]],
      [[`review: ${toA}`]],
      [[`review: ${toA}`]],
      [[]],
      [[`safe: ${toA}`]],
    ]);
    const [before, after] = [second, third].map(({ files }) => files.get(`${folder}shared.yaml`));
    assert.equal(before, after);
  });
});
