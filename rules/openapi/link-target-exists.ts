import { effectiveParameters, pathItemParts } from '#core/openapi/effective/effective.ts';
import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import type { Link, Operation } from '#core/openapi/model.ts';
import { parsePointer, splitReference } from '#core/openapi/reference/reference-target.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import { type Finding, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { nearNames } from '#core/text/near-names.ts';
import { onlyNearestName } from '#core/text/nearest-name.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { ownerOf } from '#rules/detectors/openapi/path-parameters.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const linkTargetExists = globalRule({
  id: 'openapi/link-target-exists',
  summary: 'Link to operations that exist, with parameters they have.',
  why: 'A client cannot follow a link to an operation that is nowhere, and has nowhere to put a value that the operation does not take.',
  item: validity,
  references: [openApi('Link Object', 'link-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'An operation that is called otherwise',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '201':
          description: Created.
          links:
            order:
              operationId: «getOrders»
              parameters: { id: $response.body#/id }
  /orders/{id}:
    get:
      operationId: getOrder
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '201':
          description: Created.
          links:
            order:
              operationId: getOrder
              parameters: { id: $response.body#/id }
  /orders/{id}:
    get:
      operationId: getOrder
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
`,
    },
    {
      title: 'A parameter that the operation does not have',
      bad: `{
  "openapi": "3.0.3",
  "paths": {
    "/orders/{id}": {
      "get": {
        "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
        "responses": { "200": { "description": "The order." } }
      }
    }
  },
  "components": {
    "links": {
      "order": {
        "operationRef": "#/paths/~1orders~1{id}/get",
        "parameters": { «"ids"»: "$response.body#/id" }
      }
    }
  }
}
`,
      good: `{
  "openapi": "3.0.3",
  "paths": {
    "/orders/{id}": {
      "get": {
        "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
        "responses": { "200": { "description": "The order." } }
      }
    }
  },
  "components": {
    "links": {
      "order": {
        "operationRef": "#/paths/~1orders~1{id}/get",
        "parameters": { "id": "$response.body#/id" }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.operation', 'openapi.link', 'openapi.document', 'openapi.reference'],
  // What may hold operations.
  to: ['openapi.path-item', 'openapi.operation', 'openapi.callback', 'openapi.part'],
  *gather(node, scope): Iterable<Fact> {
    if (node.kind === 'openapi.operation') yield* operationFact(node, scope);
    else if (node.kind === 'openapi.link') yield* linkFact(node, scope);
    else if (node.kind === 'openapi.reference' ? mayHideOperations(node, scope) : !scope.isUnderstood())
      yield { key, kind: 'unknown' };
  },
  *compare(facts) {
    const links = factsOfKind(facts, 'link');
    if (links.length === 0) return;
    const isUnderstood = factsOfKind(facts, 'unknown').length === 0;
    const known = new Map(factsOfKind(facts, 'operation').map(({ value }) => [value.id, value]));
    const ids = [...known.keys()];
    const given = new GivenNames();
    for (const { section, value: link } of links) {
      const { operationId } = link;
      const target = link.target ?? (operationId === undefined ? undefined : known.get(operationId));
      if (target !== undefined) for (const one of unknownParameters(link, target, given)) yield { section, value: one };
      else if (isUnderstood && (operationId !== undefined || link.isLost))
        yield { section, value: lostTarget(link, ids) };
    }
  },
});

const key = 'operations';

type Fact = Keyed & (OperationFact | LinkFact | { readonly kind: 'unknown' });

interface Target {
  readonly title: string;
  /** `path.id`; undefined where not all are known. */
  readonly parameters: readonly string[] | undefined;
}

interface OperationFact extends Target {
  readonly kind: 'operation';
  readonly id: string;
}

interface LinkFact {
  readonly kind: 'link';
  readonly name: string;
  /** That of its operation id or reference. */
  readonly span: Span;
  readonly uri: string;
  readonly pointer: readonly string[];
  readonly operationId: string | undefined;
  readonly operationRef: string | undefined;
  /** What the reference leads to, where it stays in this description. */
  readonly target: Target | undefined;
  /** True where the reference leads nowhere. */
  readonly isLost: boolean;
  readonly parameters: readonly { readonly name: string; readonly span: Span }[];
}

/** True for a `$ref` to operations that are not read. */
function mayHideOperations(reference: Reference, scope: Scope): boolean {
  return scope.outcome(reference) !== 'found';
}

function* operationFact(operation: Operation, scope: Scope): Iterable<Fact> {
  const id = operation.operationId?.value;
  if (id !== undefined) yield { key, kind: 'operation', id, ...targetOf(operation, scope) };
}

function targetOf(operation: Operation, scope: Scope): Target {
  const owners = [...pathItemParts(operation.pathItem, scope), operation].map((view) => ownerOf(view, scope));
  const names = effectiveParameters(operation, scope).map(({ name, in: place }) => `${place?.value}.${name?.value}`);
  return { title: operationTitle(operation), parameters: owners.every(({ isKnown }) => isKnown) ? names : undefined };
}

function* linkFact(link: Link, scope: Scope): Iterable<Fact> {
  const { name, operationId, operationRef, parameters, section, location } = link;
  const written = operationId ?? operationRef;
  // Two of them are no matter of this rule.
  if (written === undefined || (operationId !== undefined && operationRef !== undefined)) return;
  const found = operationRef === undefined ? undefined : referredOperation(operationRef.value, link, scope);
  yield {
    key,
    kind: 'link',
    name: name.value,
    span: written.span,
    uri: section.uri,
    pointer: pointerOf(location),
    operationId: operationId?.value,
    operationRef: operationRef?.value,
    target: found === undefined || found === 'lost' ? undefined : targetOf(found, scope),
    isLost: found === 'lost',
    parameters: parameters.map((parameter) => ({ name: parameter.name.value, span: parameter.name.span })),
  };
}

/** Only references into the paths of the root are followed: what stands elsewhere is not known. */
function referredOperation(
  reference: string,
  { section, context }: Link,
  scope: Scope,
): Operation | 'lost' | undefined {
  const { file, fragment } = splitReference(reference);
  const [first, path = '', method, ...rest] = parsePointer(fragment);
  if (file !== '' || section.uri !== context.rootUri || first !== 'paths' || method === undefined || rest.length > 0)
    return undefined;
  const item = scope.find('openapi.path-item', erasedTemplate(path));
  if (item === undefined) return 'lost';
  if (item.path.value !== path || item.reference !== undefined) return undefined;
  return item.operations.find((operation) => operation.method === method) ?? lostIn(item.tree, method);
}

/** An operation in a file of its own is there. */
function lostIn(tree: Operation['tree'], method: string): 'lost' | undefined {
  return findEntry(tree, method) === undefined ? 'lost' : undefined;
}

function lostTarget(link: LinkFact, ids: readonly string[]): Finding {
  const { name, span, uri, pointer, operationId, operationRef } = link;
  const what =
    operationId === undefined
      ? `“${operationRef}”, where no operation is`
      : `the operation “${operationId}”, which is nowhere`;
  const message = `The link “${name}” leads to ${what}.`;
  const meant = operationId === undefined ? undefined : onlyNearestName(operationId, nearNames(operationId, ids));
  if (meant === undefined) return { span, message };
  const changes = [{ kind: 'set', uri, pointer: [...pointer, 'operationId'], value: meant }] as const;
  return { span, message, fixes: [{ title: `Link to “${meant}”`, safety: 'review', changes }] };
}

interface KnownNames {
  readonly all: ReadonlySet<string>;
  readonly list: readonly string[];
}

/** What links may call the parameters of operations; of each operation it is found out once. */
class GivenNames {
  readonly #known = new Map<Target, KnownNames>();

  /** Undefined where not all parameters are known. A name may be written with its place in front of it. */
  of(target: Target): KnownNames | undefined {
    if (target.parameters === undefined) return undefined;
    const known = this.#known.get(target) ?? namesOf(target.parameters);
    this.#known.set(target, known);
    return known;
  }
}

function namesOf(parameters: readonly string[]): KnownNames {
  const all = new Set([...parameters, ...parameters.map((each) => each.slice(each.indexOf('.') + 1))]);
  return { all, list: [...all] };
}

function* unknownParameters(
  { name: link, parameters, uri, pointer }: LinkFact,
  target: Target,
  names: GivenNames,
): Iterable<Finding> {
  const known = parameters.length === 0 ? undefined : names.of(target);
  if (known === undefined) return;
  const given = new Set(parameters.map(({ name }) => name));
  for (const { name, span } of parameters) {
    if (known.all.has(name)) continue;
    const message = `The link “${link}” gives ${target.title} the parameter “${name}”, which it does not have.`;
    const meant = onlyNearestName(name, nearNames(name, known.list));
    yield {
      span,
      message,
      fixes: meant === undefined || given.has(meant) ? [] : [rename(uri, [...pointer, 'parameters', name], meant)],
    };
  }
}

function rename(uri: string, pointer: readonly string[], name: string): Fix {
  const change = { kind: 'rename', uri, pointer, name } as const;
  return { title: `Rename the parameter to “${name}”`, safety: 'review', changes: [change] };
}
