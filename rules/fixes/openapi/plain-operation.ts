import { errorResponses } from '#core/openapi/effective/documented-responses.ts';
import type { DescriptionContext } from '#core/openapi/model.ts';
import { capitalised, toCamelCase, toKebabCase, toPascalCase, toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { KnownOperation, WantedOperation } from '#rules/fixes/openapi/operation-pattern.ts';
import { absoluteReferences, portableValue } from '#rules/fixes/openapi/portable-value.ts';

/** What a plain operation says. */
export interface PlainParts {
  /** The schema of what is answered, of what is sent, and the parameters of the path; portable. */
  readonly thing: PlainValue;
  readonly sent: PlainValue;
  readonly inPath: readonly PlainValue[];
  /** All operations of the description whose resource is known. */
  readonly known: readonly KnownOperation[];
  readonly context: DescriptionContext;
}

type PlainMap = { readonly [key: string]: PlainValue };

/** An operation that no other resource has the like of, with the tags and the errors of the others of this one. */
export function plainOperation(
  wanted: WantedOperation,
  own: readonly KnownOperation[],
  { thing, sent, inPath, known, context }: PlainParts,
): PlainMap {
  const sibling = own[0]?.operation;
  const isOld = context.version === '2.0';
  const isSending = /^(?:create|replace|update)$/.test(wanted.operation);
  const type = sibling?.responses.length === 0 ? undefined : mediaTypeOf(sibling && portableValue(sibling));
  const content = { [type ?? 'application/json']: { schema: sent } };
  const body = isOld && isSending ? [{ name: 'body', in: 'body', required: true, schema: sent }] : [];
  const parameters = [...inPath, ...body];
  const id = operationId(wanted, own, known);
  return {
    ...(sibling !== undefined && sibling.tags.length > 0 ? { tags: sibling.tags.map(({ value }) => value) } : {}),
    ...(sibling?.summary === undefined ? {} : { summary: summaryOf(wanted) }),
    ...(id === undefined ? {} : { operationId: id }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...securityOf(own),
    ...(isSending && !isOld ? { requestBody: { required: true, content } } : {}),
    responses: {
      [statusOf(wanted.operation)]: plainSuccess(wanted, thing, isOld, type ?? 'application/json'),
      ...usualErrors(known),
      ...errorsOf(own),
    },
  };
}

/** What is answered; of a list an array. */
export function plainSuccess(
  { operation, path }: WantedOperation,
  thing: PlainValue,
  isOld: boolean,
  type: string,
): PlainMap {
  if (operation === 'delete') return { description: `The ${nounAt(path)} is deleted.` };
  const schema = operation === 'list' ? { type: 'array', items: thing } : thing;
  const description = operation === 'list' ? `The ${wordsOf(lastWordOf(path)).join(' ')}.` : `The ${nounAt(path)}.`;
  return isOld ? { description, schema } : { description, content: { [type]: { schema } } };
}

/** The status of a success. */
export function statusOf(operation: WantedOperation['operation']): string {
  if (operation === 'delete') return '204';
  return operation === 'create' ? '201' : '200';
}

/** What all others of the resource say of credentials. */
function securityOf(own: readonly KnownOperation[]): PlainMap {
  const said = own.map(({ operation }) => {
    const value = portableValue(operation);
    return isMap(value) ? value['security'] : undefined;
  });
  const [first] = said;
  const isSame = said.every((each) => JSON.stringify(each) === JSON.stringify(first));
  return first !== undefined && isSame ? { security: first } : {};
}

/** The errors that every other operation of the resource has. */
function errorsOf(own: readonly KnownOperation[]): PlainMap {
  const maps = own.map(({ operation }) => {
    const value = portableValue(operation);
    const responses = isMap(value) ? value['responses'] : undefined;
    return isMap(responses) ? responses : {};
  });
  const [first = {}] = maps;
  return Object.fromEntries(
    Object.entries(first).filter(([status]) => !/^[123]/.test(status) && maps.every((map) => status in map)),
  );
}

/** Shared errors that most operations refer to. */
function usualErrors(known: readonly KnownOperation[]): PlainMap {
  const counts = new Map<string, number>();
  for (const { operation } of known) {
    for (const { status, response } of errorResponses(operation)) {
      if (response.kind !== 'openapi.reference' || status.value === '404') continue;
      const told = JSON.stringify([status.value, absoluteReferences({ $ref: response.target }, response.section.uri)]);
      counts.set(told, (counts.get(told) ?? 0) + 1);
    }
  }
  const usual = [...counts].filter(([, count]) => count * 2 > known.length).map(([told]) => told);
  return Object.fromEntries(usual.sort().map((told) => JSON.parse(told) as [string, PlainValue]));
}

/** The first media type of a response or body. */
function mediaTypeOf(operation: PlainValue | undefined): string | undefined {
  const text = JSON.stringify(operation ?? null);
  return text.includes('application/json') ? 'application/json' : undefined;
}

/** Called as the others are: `listOrders` beside `createOrder`; undefined where those have none, are called otherwise, or one is called so. */
function operationId(
  { operation, path }: WantedOperation,
  own: readonly KnownOperation[],
  known: readonly KnownOperation[],
): string | undefined {
  const noun = operation === 'list' ? wordsOf(lastWordOf(path)) : wordsOf(nounAt(path));
  const text = [operation === 'read' ? 'get' : operation, ...noun].join(' ');
  for (const { operation: each } of own) {
    const id = each.operationId?.value;
    const write = casings.find(
      (casing) => id !== undefined && wordsOf(id).length > 1 && casing(wordsOf(id).join(' ')) === id,
    );
    const isTaken = write !== undefined && known.some((other) => other.operation.operationId?.value === write(text));
    if (write !== undefined) return isTaken ? undefined : write(text);
  }
  return undefined;
}

const casings = [toCamelCase, toSnakeCase, toKebabCase, toPascalCase];

function summaryOf({ operation, path }: WantedOperation): string {
  if (operation === 'list') return `List ${wordsOf(lastWordOf(path)).join(' ')}`;
  const noun = nounAt(path);
  const verb = operation === 'read' ? 'Get' : capitalised(operation);
  return `${verb} ${/^(?:[aeio]|u(?!s|ni|t))/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** `gift order` of `/gift-orders/{id}` */
function nounAt(path: string): string {
  const words = wordsOf(lastWordOf(path));
  return [...words.slice(0, -1), singularOf(words.at(-1) ?? '')].join(' ');
}

function lastWordOf(path: string): string {
  return path.split('/').findLast((segment) => segment !== '' && !segment.includes('{')) ?? '';
}
