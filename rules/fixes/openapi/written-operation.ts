import type { DescriptionContext, PathItem } from '#core/openapi/model.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { type Fitting, fittedPart, fittedResponses } from '#rules/fixes/openapi/fitted-operation.ts';
import { keptParameters } from '#rules/fixes/openapi/kept-parameters.ts';
import { componentAt, likeReference } from '#rules/fixes/openapi/like-reference.ts';
import { notFoundLike, responsesOf, withNotFound } from '#rules/fixes/openapi/not-found-like.ts';
import {
  type Described,
  type KnownOperation,
  ownerOf,
  type WantedOperation,
} from '#rules/fixes/openapi/operation-pattern.ts';
import { ownSchemas, sharedAnswers } from '#rules/fixes/openapi/own-schemas.ts';
import { pathParameterValues } from '#rules/fixes/openapi/path-parameter-values.ts';
import { plainOperation, plainSuccess, statusOf } from '#rules/fixes/openapi/plain-operation.ts';
import { portableComponent, portableValue } from '#rules/fixes/openapi/portable-value.ts';
import { type NounPair, nounPairs, speaksOf, withNouns } from '#rules/fixes/openapi/renamed-nouns.ts';

/** What an operation is written from. */
export interface OperationParts {
  readonly wanted: WantedOperation;
  /** The collection or singleton it is to belong to. */
  readonly owner: PathResource;
  /** Where its path is there. */
  readonly item: PathItem | undefined;
  readonly pattern: KnownOperation | undefined;
  readonly known: readonly KnownOperation[];
  readonly scope: Described;
  readonly context: DescriptionContext;
}

type PlainMap = { readonly [key: string]: PlainValue };

/** An Operation Object, portable. */
export function writtenOperation(parts: OperationParts): PlainMap {
  const { wanted, owner, item, pattern, known, scope, context } = parts;
  const own = known.filter(({ resource }) => ownerOf(resource) === owner.template);
  const schemas = ownSchemas(owner.template, known, scope);
  const thing = schemas.answered ?? schemas.sent ?? componentFor(owner, scope, context) ?? { type: 'object' };
  const inPath = pathParameterValues(wanted.path, item, known, pattern?.operation, scope);
  const complete = (operation: PlainMap): PlainMap => {
    const responses = responsesOf(operation['responses']);
    return { ...operation, responses: withNotFound(responses, notFoundLike(wanted.path, responses, own, known)) };
  };
  if (pattern === undefined)
    return complete(plainOperation(wanted, own, { thing, known, sent: schemas.sent ?? thing, inPath, context }));
  const pairs = pairsFor(pattern.resource, owner);
  const fitting: Fitting = {
    pairs,
    reference: (target) => likeReference(target, pairs, scope, context),
    held: (target) => (wanted.operation === 'list' ? heldBy(target, scope, context) : undefined),
    isShared: (target) => sharedAnswers(known, scope).has(target),
    answered: wanted.operation === 'delete' ? undefined : thing,
    success: plainSuccess(wanted, thing, context.version === '2.0', 'application/json'),
    sent: schemas.sent ?? thing,
  };
  const like = likePattern(parts, pattern, own, fitting, inPath);
  const success = { [statusOf(wanted.operation)]: fitting.success };
  return complete('responses' in like ? like : { ...like, responses: success });
}

/** The fields of the pattern, in its order. */
function likePattern(
  { known, scope }: OperationParts,
  pattern: KnownOperation,
  own: readonly KnownOperation[],
  fitting: Fitting,
  inPath: readonly PlainValue[],
): PlainMap {
  const value = portableValue(pattern.operation);
  const written: { [key: string]: PlainValue } = {};
  const parameters = [...inPath, ...keptParameters(pattern, known, fitting, scope)];
  const text = (from: PlainValue | undefined): string => withNouns(String(from), fitting.pairs);
  const ids = new Set(known.map(({ operation }) => operation.operationId?.value));
  for (const [key, field] of isMap(value) ? Object.entries(value) : []) {
    const isBefore = key === 'requestBody' || key === 'responses';
    if (isBefore && written['parameters'] === undefined && parameters.length > 0) written['parameters'] = parameters;
    if (key === 'tags') written['tags'] = tagsOf(own) ?? (isList(field) ? field.map(text) : field);
    else if (key === 'operationId' && !ids.has(text(field))) written['operationId'] = text(field);
    else if (key === 'summary') written['summary'] = text(field);
    else if (key === 'description' && isTold(field, fitting)) written['description'] = text(field);
    else if (key === 'parameters' && parameters.length > 0) written['parameters'] = parameters;
    else if (key === 'requestBody' && isMap(field)) {
      const body = fittedPart(field, fitting, fitting.sent);
      written['requestBody'] = body ?? { content: { 'application/json': { schema: fitting.sent } } };
    } else if (key === 'responses') written['responses'] = fittedResponses(field, fitting);
    else if (/^(?:security|consumes|produces)$/.test(key)) written[key] = field;
  }
  return written;
}

/** One sentence that speaks of the thing: what is longer, or speaks of something else, may be so of the other thing alone. */
function isTold(text: PlainValue, { pairs }: Fitting): boolean {
  return typeof text === 'string' && text.length <= 120 && !text.trim().includes('\n') && speaksOf(text, pairs);
}

function tagsOf(own: readonly KnownOperation[]): readonly string[] | undefined {
  const tagged = own.find(({ operation }) => operation.tags.length > 0);
  return tagged?.operation.tags.map(({ value }) => value);
}

/** The words of both paths, from their ends on. */
function pairsFor(from: PathResource, to: PathResource): readonly NounPair[] {
  const [old, now] = [nounsOf(from), nounsOf(to)];
  return old.flatMap((noun, index) => {
    const other = now[index];
    return other === undefined || other === noun ? [] : nounPairs(noun, other);
  });
}

/** `lines`, `orders` of `/orders/{id}/lines/{line}` */
function nounsOf({ parts }: PathResource): readonly string[] {
  return parts.flatMap(({ kind, key }) => (kind === 'collection' || kind === 'singleton' ? [key] : [])).toReversed();
}

/** A schema called like one of the things. */
function componentFor({ parts }: PathResource, scope: Described, context: DescriptionContext): PlainValue | undefined {
  const words = wordsOf(parts.at(-1)?.key ?? '');
  const noun = [...words.slice(0, -1), singularOf(words.at(-1) ?? '')].join('');
  const name = scope.names('openapi.schema').find((each) => foldedName(each) === noun);
  return name === undefined ? undefined : portableComponent('schemas', name, context);
}

/** A page or list that a component of the root describes. */
function heldBy(target: string, scope: Described, context: DescriptionContext): PlainValue | undefined {
  const place = componentAt(target, context);
  const schema = place?.kind === 'openapi.schema' ? scope.find('openapi.schema', place.name) : undefined;
  const isHolder =
    schema !== undefined &&
    (schema.items !== undefined || schema.properties.some((each) => scope.resolve(each.schema)?.items !== undefined));
  return isHolder ? portableValue(schema) : undefined;
}
