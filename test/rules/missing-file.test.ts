import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { missingBeside } from '#core/unread-reason.ts';
import { rulebook } from '#rules/rulebook.ts';

const folder = 'file:///w/';

function told(target: string, unread: ReviewSettings['unread'], previous?: ReturnType<typeof review>) {
  const text = `openapi: 3.1.0\npaths:\n  /pets:\n    $ref: '${target}'\n`;
  const settings = { folders: [folder], preset: 'recommended', unread, failFast: true };
  const reviewed = review([{ uri: `${folder}openapi.yaml`, text }], rulebook, settings, previous);
  const findings = reviewed.files.get(`${folder}openapi.yaml`)?.findings ?? [];
  const [found] = findings.filter(({ ruleId }) => ruleId === 'openapi/reference-resolves');
  return { reviewed, message: found?.message, titles: found?.fixes.map(({ title }) => title) };
}

describe('A file that is missed', () => {
  it('is named where it differs in case, or in case and slashes, wherever else it is referred to', () => {
    const beside = missingBeside(`${folder}paths/pets.yaml`);
    const cases = [
      ['./paths/Pets.yaml', './paths/pets.yaml'],
      ['Paths/pets.yaml', 'paths/pets.yaml'],
      ['paths\\Pets.yaml', 'paths/pets.yaml'],
    ];
    for (const [target = '', place] of cases) {
      const wanted = told(target, new Map()).reviewed.wanted;
      const { message, titles } = told(target, new Map(wanted.map((uri) => [uri, beside])));
      assert.equal(message, `“${target}” leads nowhere: there is no file “${target}” here, but “${place}”.`);
      assert.deepEqual(titles, [`Refer to “${place}” instead`]);
    }
  });

  it('is spelled right without a look only where the whole target is there then', () => {
    const safety = (target: string, isRead: boolean): string | undefined => {
      const order = isRead ? '{ $ref: ./common.yaml#/Order }' : '{}';
      const text = `openapi: 3.1.0
components:
  schemas:
    Order: ${order}
    Line: { $ref: '${target}' }
`;
      const sources = [
        { uri: `${folder}openapi.yaml`, text },
        ...(isRead
          ? [{ uri: `${folder}common.yaml`, text: 'Order: { type: object }\nSame: { $ref: "#/Order" }\n' }]
          : []),
      ];
      const unread = new Map([[`${folder}Common.yaml`, missingBeside(`${folder}common.yaml`)] as const]);
      const settings = { folders: [folder], preset: 'recommended', unread, failFast: true };
      const findings = review(sources, rulebook, settings).files.get(`${folder}openapi.yaml`)?.findings ?? [];
      const [fix] = findings
        .filter(({ ruleId }) => ruleId === 'openapi/reference-resolves')
        .flatMap(({ fixes }) => fixes);
      return fix?.safety;
    };
    assert.equal(safety('Common.yaml#/Order', true), 'safe');
    assert.equal(safety('Common.yaml#/Same', true), 'safe');
    assert.equal(safety('Common.yaml', true), 'safe');
    assert.equal(safety('Common.yaml', false), 'safe');
    assert.equal(safety('Common.yaml#/nope', true), 'review');
    assert.equal(safety('Common.yaml#nope', true), 'review');
    // Nobody read what it leads to.
    assert.equal(safety('Common.yaml#/Order', false), 'review');
  });

  it('is named as soon as it is found', () => {
    const uri = `${folder}Pets.yaml`;
    const before = told('Pets.yaml', new Map([[uri, 'missing']]));
    assert.equal(
      before.message,
      '“Pets.yaml” leads nowhere: there is no file “Pets.yaml” here. Correct it, or add what it names.',
    );
    const after = told('Pets.yaml', new Map([[uri, missingBeside(`${folder}pets.yaml`)]]), before.reviewed);
    assert.equal(after.message, '“Pets.yaml” leads nowhere: there is no file “Pets.yaml” here, but “pets.yaml”.');
  });
});
