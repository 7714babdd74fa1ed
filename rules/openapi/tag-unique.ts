import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { entriesOf, toPlainValue } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

interface Fact extends Keyed {
  readonly name: string;
  readonly span: Span;
  readonly uri: string;
  readonly pointer: readonly string[];
  /** What it says beside its name, by key. */
  readonly says: { readonly [key: string]: string };
}

export const tagUnique = globalRule({
  id: 'openapi/tag-unique',
  summary: 'Define each tag once.',
  why: 'Of two tags with one name tools show either, or both with half of the operations.',
  item: validity,
  references: [openApi('OpenAPI Object', 'openapi-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A tag that was copied',
      bad: `openapi: 3.1.0
tags:
  - name: orders
    description: What customers bought.
  - name: «orders»
paths: {}
`,
      good: `openapi: 3.1.0
tags:
  - name: orders
    description: What customers bought.
paths: {}
`,
    },
    {
      title: 'Two tags that say different things',
      bad: `{
  "swagger": "2.0",
  "tags": [
    { "name": "orders", "description": "What customers bought." },
    { "name": «"orders"», "description": "What suppliers sell." }
  ],
  "paths": {}
}
`,
      good: `{
  "swagger": "2.0",
  "tags": [
    { "name": "orders", "description": "What customers bought." },
    { "name": "supplies", "description": "What suppliers sell." }
  ],
  "paths": {}
}
`,
    },
  ],
  on: ['openapi.tag'],
  *gather({ name, section, location, tree, description }): Iterable<Fact> {
    if (name === undefined) return;
    const others = entriesOf(tree).filter(({ key }) => key.value !== 'name' && key.value !== 'description');
    const says = Object.fromEntries(others.map(({ key, value }) => [key.value, JSON.stringify(toPlainValue(value))]));
    if (description !== undefined) says['description'] = description.value;
    const pointer = pointerOf(location);
    yield { key: `tag ${name.value}`, name: name.value, span: name.span, uri: section.uri, pointer, says };
  },
  *compare(facts) {
    const [first, ...others] = facts;
    if (first === undefined) return;
    for (const { section, value } of others) {
      const { name, span } = value;
      const related = [{ section: first.section, span: first.value.span, message: `“${name}” is defined here first.` }];
      const fixes = addsNothing(value, first) ? [remove(value)] : [];
      yield { section, value: { span, message: `The tag “${name}” is defined twice.`, related, fixes } };
    }
  },
});

function addsNothing({ says }: Fact, { value: first }: InSection<Fact>): boolean {
  return Object.entries(says).every(([key, text]) => first.says[key] === text);
}

function remove({ uri, pointer, name }: Fact): Fix {
  return { title: `Remove the second tag “${name}”`, safety: 'safe', changes: [{ kind: 'remove', uri, pointer }] };
}
