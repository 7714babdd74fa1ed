import type { Reference } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type InSection, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, findValue, type TreeNode } from '#core/tree/tree.ts';
import { references } from '#rules/checklist.ts';
import { componentUses } from '#rules/detectors/openapi/component-uses.ts';
import { type ComponentFact, unusedComponents } from '#rules/detectors/openapi/unused-components.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { openApi } from '#rules/sources.ts';

export const componentUsed = globalRule({
  id: 'openapi/component-used',
  summary: 'Keep only components that something refers to.',
  why: 'A component that nothing uses is read, translated and generated for nothing, and whoever finds it cannot tell whether it was forgotten or has had its day.',
  item: references,
  references: [openApi('Components Object', 'components-object')],
  severity: 'info',
  recommended: false,
  tag: 'unnecessary',
  examples: [
    {
      title: 'A schema that was left behind, and what only it uses',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Orders' }
components:
  schemas:
    Orders:
      type: array
      items: { type: object }
    «Voucher»:
      type: object
      properties:
        campaign: { $ref: '#/components/schemas/Campaign' }
    Campaign:
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
components:
  schemas:
    Orders:
      type: array
      items: { type: object }
`,
    },
    {
      title: 'The only response of 2.0',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders": { "get": { "responses": { "200": { "description": "The orders." } } } }
  },
  "responses": {
    «"Gone"»: { "description": "It was there once." }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders": { "get": { "responses": { "200": { "description": "The orders." } } } }
  }
}
`,
    },
  ],
  on: ['openapi.written', 'openapi.reference', 'openapi.document'],
  *gather(node, scope): Iterable<Fact> {
    if (node.kind === 'openapi.document') {
      if (!scope.isUnderstood() || scope.isUsedElsewhere()) yield { key, kind: 'unknown' };
      return;
    }
    if (node.kind === 'openapi.reference') {
      if (mayLeadBack(node, scope)) yield { key, kind: 'unknown' };
      return;
    }
    const { section, context } = node;
    const { components, uses } = componentUses(section, context.version === '2.0');
    if (section.uri !== context.rootUri) {
      yield { key, kind: 'uses', uses: [...uses, ...components.flatMap((component) => component.uses)] };
      return;
    }
    if (offersSomething(section)) yield { key, kind: 'offer' };
    // Behind an anchor an alias may use it.
    if (components.length > 1 && /[:\s]&\w/.test(section.text)) yield { key, kind: 'unknown' };
    if (uses.length > 0) yield { key, kind: 'uses', uses };
    for (const { name, ...component } of components)
      yield { key, kind: 'component', ...component, name: name.value, span: name.span, uri: section.uri };
  },
  *compare(facts) {
    // A library is made for others.
    if (factsOfKind(facts, 'unknown').length > 0 || factsOfKind(facts, 'offer').length === 0) return;
    const uses = factsOfKind(facts, 'uses').flatMap(({ value }) => value.uses);
    for (const group of unusedComponents(factsOfKind(facts, 'component'), uses)) yield unused(group);
  },
});

const key = 'components';

type Fact = Keyed &
  (Component | { readonly kind: 'uses'; readonly uses: readonly string[] } | { readonly kind: 'unknown' | 'offer' });

interface Component extends ComponentFact {
  readonly kind: 'component';
  readonly name: string;
  readonly span: Span;
  readonly uri: string;
  readonly pointer: readonly string[];
}

const offers = ['paths', 'webhooks', 'x-webhooks'];

/** True for a path or a webhook, and for what holds one. */
function offersSomething({ pointer, tree, isHeader }: TreeSection): boolean {
  if (pointer.length === 0) return offers.some((name) => holdsEntry(findValue(tree, name)));
  if (!offers.includes(pointer[0] ?? '')) return false;
  return pointer.length > 1 ? !pointer[1]?.startsWith('x-') : !isHeader && holdsEntry(tree);
}

function holdsEntry(tree: TreeNode | undefined): boolean {
  return entriesOf(tree).some(({ key: { value } }) => !value.startsWith('x-'));
}

/** True for a reference into a file that is not read: it may refer to anything here. */
function mayLeadBack(reference: Reference, scope: Scope): boolean {
  return !reference.target.startsWith('#') && /^(?:missing-file|unread|outside|broken)/.test(scope.outcome(reference));
}

function unused([head, ...others]: readonly [InSection<Component>, ...InSection<Component>[]]): InSection<Finding> {
  const { section, value } = head;
  const title = titleOf(value);
  const rest = others.map(({ value: other }) => other.name);
  const message =
    rest.length === 0
      ? `Nothing refers to the ${title}.`
      : `Nothing refers to the ${title}, nor otherwise to ${quotedList(rest)}.`;
  const changes = [head, ...others].map((each) => removal(each.value));
  const [first, ...further] = changes;
  const what = rest.length === 0 ? title : `${title} and ${rest.length} more that nothing else uses`;
  const fixes: readonly Fix[] =
    first === undefined ? [] : [{ title: `Remove the unused ${what}`, safety: 'review', changes: [first, ...further] }];
  return { section, value: { span: value.span, message, fixes, cause } };
}

const cause: Cause = {
  key: 'unused',
  message: (count) => `Nothing refers to ${count} components or groups of them. Remove them, or use them.`,
  fixTitle: (count) => `Remove ${count} unused components, with what only they use`,
};

function removal({ uri, pointer }: Component) {
  return { kind: 'remove', uri, pointer, prune: true } as const;
}

/** `schema “Pet”` */
function titleOf({ id, name }: Component): string {
  const map = id.slice(0, id.indexOf('/'));
  return `${kinds.get(map) ?? 'component'} “${name}”`;
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['schemas', 'schema'],
  ['responses', 'response'],
  ['parameters', 'parameter'],
  ['examples', 'example'],
  ['requestBodies', 'request body'],
  ['headers', 'header'],
  ['links', 'link'],
  ['callbacks', 'callback'],
  ['pathItems', 'path item'],
  ['mediaTypes', 'media type'],
]);
