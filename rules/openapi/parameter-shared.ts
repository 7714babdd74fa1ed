import type { Operation, Parameter } from '#core/openapi/model.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { references } from '#rules/checklist.ts';
import { wholeDigest } from '#rules/detectors/openapi/content-digest.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import {
  parameterComponent,
  referToParameter,
  shareParameter,
  type WrittenParameterPlace,
} from '#rules/fixes/openapi/shared-parameter.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const parameterShared = globalRule({
  id: 'openapi/parameter-shared',
  summary: 'Write a parameter that many operations take once, as a component.',
  why: 'Where one parameter is written many times, one of them is mended and the others are not: after a while each operation takes another one.',
  item: references,
  references: [openApi('Components Object', 'components-object'), openApi('Parameter Object', 'parameter-object')],
  severity: 'info',
  recommended: false,
  options: {
    times: { default: 4, description: 'How many operations must write it alike.' },
  },
  examples: [
    {
      title: 'The same page size in each list',
      bad: `openapi: 3.1.0
paths:
  /orders: { get: { parameters: [{ name: «limit», in: query, schema: { type: integer, maximum: 100 } }] } }
  /users: { get: { parameters: [{ name: «limit», in: query, schema: { type: integer, maximum: 100 } }] } }
  /books: { get: { parameters: [{ name: «limit», in: query, schema: { type: integer, maximum: 100 } }] } }
  /loans: { get: { parameters: [{ name: «limit», in: query, schema: { type: integer, maximum: 100 } }] } }
`,
      good: `openapi: 3.1.0
paths:
  /orders: { get: { parameters: [{ $ref: '#/components/parameters/Limit' }] } }
  /users: { get: { parameters: [{ $ref: '#/components/parameters/Limit' }] } }
  /books: { get: { parameters: [{ $ref: '#/components/parameters/Limit' }] } }
  /loans: { get: { parameters: [{ $ref: '#/components/parameters/Limit' }] } }
components:
  parameters:
    Limit:
      name: limit
      in: query
      schema: { type: integer, maximum: 100 }
`,
    },
    {
      title: 'What is a component already',
      bad: `swagger: '2.0'
paths:
  /orders:
    get:
      parameters:
        - name: «limit»
          in: query
          type: integer
          maximum: 100
parameters:
  PageSize:
    name: limit
    in: query
    type: integer
    maximum: 100
`,
      good: `swagger: '2.0'
paths:
  /orders:
    get:
      parameters:
        - $ref: '#/parameters/PageSize'
parameters:
  PageSize:
    name: limit
    in: query
    type: integer
    maximum: 100
`,
    },
  ],
  on: ['openapi.operation', 'openapi.parameter'],
  having: ['parameters', 'name'],
  *gather(node): Iterable<Fact> {
    if (node.kind === 'openapi.parameter') yield* componentFact(node);
    else if (node.origin === 'path') for (const each of node.parameters) yield* writtenFact(each, node);
  },
  *compare(facts, { times }) {
    const components = factsOfKind(facts, 'component').map(({ value }) => value);
    const groups = groupsOf(factsOfKind(facts, 'written'));
    const [largest] = [...groups].sort((a, b) => b.length - a.length);
    for (const group of groups) {
      const text = group[0]?.value.text;
      const component = components.find((each) => each.text === text);
      if (component !== undefined) for (const fact of group) yield known(fact, component.component);
      else if (group.length >= times) for (const fact of group) yield repeated(fact, group.length, group === largest);
    }
  },
});

type Fact = Keyed & (ComponentFact | WrittenFact);

interface ComponentFact {
  readonly kind: 'component';
  /** The same for parameters that are alike. */
  readonly text: string;
  readonly component: string;
}

interface WrittenFact extends WrittenParameterPlace {
  readonly kind: 'written';
  readonly text: string;
  readonly span: Span;
  readonly name: string;
  /** Of the operation. */
  readonly title: string;
  readonly isChangeable: boolean;
}

function* componentFact(parameter: Parameter): Iterable<Fact> {
  const component = isSent(parameter) ? parameterComponent(parameter) : undefined;
  if (component === undefined) return;
  yield { key: keyOf(parameter), kind: 'component', text: textOf(parameter), component };
}

function* writtenFact(parameter: Operation['parameters'][number], operation: Operation): Iterable<Fact> {
  if (parameter.kind !== 'openapi.parameter' || !isSent(parameter)) return;
  const { section, location, context, name, anchor } = parameter;
  yield {
    key: keyOf(parameter),
    kind: 'written',
    text: textOf(parameter),
    span: anchor,
    name: name?.value ?? '',
    title: operationTitle(operation),
    uri: section.uri,
    pointer: pointerOf(location),
    context,
    isChangeable: isWrittenInPlace(parameter),
  };
}

/** A relative `$ref` says something else in another file. */
function textOf(parameter: Parameter): string {
  const { tree, section, schema } = parameter;
  // Its prose counts, too.
  readProse(parameter, 'description');
  const refers = schema !== undefined && section.text.slice(tree.span.start, tree.span.end).includes('$ref');
  return refers ? `${wholeDigest(tree)} ${section.uri}` : wholeDigest(tree);
}

/** A body has a place of its own, and parameters of paths belong to these. */
function isSent({ in: place, name }: Parameter): boolean {
  return name !== undefined && (place?.value === 'query' || place?.value === 'header');
}

/** Names that a component would be called alike for are compared with each other. */
function keyOf({ name }: Parameter): string {
  return foldedName(name?.value ?? '');
}

type Written = InSection<Keyed & WrittenFact>;

/** Those that are written alike. */
function groupsOf(facts: readonly Written[]): readonly (readonly Written[])[] {
  const groups = new Map<string, Written[]>();
  for (const fact of facts) {
    const group = groups.get(fact.value.text) ?? [];
    groups.set(fact.value.text, group);
    group.push(fact);
  }
  return [...groups.values()];
}

function known({ section, value }: Written, component: string): InSection<Finding> {
  const { name, title, span, isChangeable } = value;
  const message = `“${name}” of ${title} says what the component “${component}” says. Refer to it.`;
  const fixes: readonly Fix[] = isChangeable ? [referToParameter(value, component, title)] : [];
  return { section, value: { span, message, fixes, cause: manyKnown(component) } };
}

function manyKnown(component: string): Cause {
  return {
    key: `known ${component}`,
    message: (count) => `${count} parameters say what the component “${component}” says. Refer to it.`,
    fixTitle: (count) => `Refer to the component “${component}” in ${count} operations`,
  };
}

/** Of several ways to write it only one can be the component of its name. */
function repeated({ section, value }: Written, count: number, isLargest: boolean): InSection<Finding> {
  const { name, title, span, isChangeable } = value;
  const message = `“${name}” of ${title} is written alike in ${count} operations. Make a component of it.`;
  // In a project of many files only its authors know which of them it belongs into.
  const isInRoot = value.uri === value.context.rootUri;
  const fixes: readonly Fix[] = isChangeable && isLargest && isInRoot ? [shareParameter(value, name, title)] : [];
  return { section, value: { span, message, fixes, cause: manyRepeated(name) } };
}

function manyRepeated(name: string): Cause {
  return {
    key: `repeated ${name}`,
    message: (count) => `“${name}” is written alike in ${count} operations. Make a component of it.`,
    fixTitle: (count) => `Make a component of “${name}” and refer to it in ${count} operations`,
  };
}
