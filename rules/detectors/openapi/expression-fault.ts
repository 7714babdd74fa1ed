import {
  effectiveHeaders,
  effectiveParameters,
  effectiveRequestBody,
  pathItemParts,
} from '#core/openapi/effective/effective.ts';
import { bodyExpression, type RuntimeExpression } from '#core/openapi/expression/runtime-expression.ts';
import type { MediaType, Operation, Response } from '#core/openapi/model.ts';
import type { Cause, Scope } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { describedAt } from '#rules/detectors/openapi/described-at.ts';
import { ownerOf } from '#rules/detectors/openapi/path-parameters.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** The messages an expression can take values from. */
export interface Exchange {
  readonly operation: Operation;
  /** Undefined where any of them may be meant. */
  readonly response: Response | undefined;
}

/** What is wrong, and which expression may be meant. */
export interface ExpressionFault {
  readonly message: string;
  readonly meant?: string | undefined;
  readonly cause?: Cause;
}

/** What is wrong with the value an expression takes; undefined where it is there, or may be. */
export function expressionFault(
  expression: RuntimeExpression,
  { operation, response }: Exchange,
  scope: Scope,
): ExpressionFault | undefined {
  if (expression.source === 'body') {
    const content = expression.message === 'request' ? requestContent(operation, scope) : responseContent(response);
    const what = expression.message === 'request' ? operationTitle(operation) : 'The response';
    return content && bodyFault(expression, content, what, scope);
  }
  if (!('message' in expression)) return undefined;
  if (expression.message === 'request') return requestFault(expression, operation, scope);
  if (expression.source !== 'header')
    return { message: `A response has no ${expression.source} to take “${expression.name}” from.` };
  const headers = response && effectiveHeaders(response, scope);
  return (
    headers &&
    headerFault(
      'response',
      expression.name,
      headers.map(({ name }) => name.value),
      'The response',
    )
  );
}

/** Undefined where it is not known what is sent. */
function requestContent(operation: Operation, scope: Scope): readonly MediaType[] | undefined {
  if (operation.requestBody === undefined) return [];
  const body = effectiveRequestBody(operation, scope);
  return body === undefined || body.content.length === 0 ? undefined : body.content;
}

function responseContent(response: Response | undefined): readonly MediaType[] | undefined {
  const isKnown = response !== undefined && (response.content.length > 0 || response.contentAnchor === undefined);
  return isKnown ? response.content : undefined;
}

type PartExpression = Extract<RuntimeExpression, { readonly name: string }>;

function requestFault(
  { source, name }: PartExpression,
  operation: Operation,
  scope: Scope,
): ExpressionFault | undefined {
  const declared = effectiveParameters(operation, scope).filter((parameter) => parameter.in?.value === source);
  const names = declared.flatMap((parameter) => parameter.name?.value ?? []);
  if (!isAllKnown(operation, scope)) return undefined;
  const title = operationTitle(operation);
  if (source === 'header') return headerFault('request', name, names, title);
  if (names.includes(name)) return undefined;
  const near = nearestName(name, names);
  const meant = near === undefined ? undefined : `$request.${source}.${near}`;
  return { message: `${title} has no ${source} parameter “${name}”.`, meant };
}

/** False where a `$ref` among the parameters leads nowhere. */
function isAllKnown(operation: Operation, scope: Scope): boolean {
  return [...pathItemParts(operation.pathItem, scope), operation].every((view) => ownerOf(view, scope).isKnown);
}

/** Many headers are sent that nobody declares: only a slip of a declared one is told. Names have no case. */
function headerFault(
  message: 'request' | 'response',
  name: string,
  names: readonly string[],
  title: string,
): ExpressionFault | undefined {
  if (names.some((each) => each.toLowerCase() === name.toLowerCase())) return undefined;
  const near = nearestName(name, names);
  if (near === undefined) return undefined;
  return { message: `${title} has no header “${name}”.`, meant: `$${message}.header.${near}` };
}

type BodyExpression = Extract<RuntimeExpression, { readonly source: 'body' }>;

function bodyFault(
  { message, pointer }: BodyExpression,
  content: readonly MediaType[],
  title: string,
  scope: Scope,
): ExpressionFault | undefined {
  if (content.length === 0) return noBody(message, title);
  const described = describedAt(content, pointer, scope);
  if (described.kind !== 'missing') return undefined;
  const { at, instead } = described;
  const step = pointer[at] ?? '';
  // Names with dots between are no way into a body.
  const split = pointer.flatMap((each, index) => (index === at ? each.split('.') : [each]));
  const near = nearestName(step, instead);
  const isSplit = split.length > pointer.length && describedAt(content, split, scope).kind === 'found';
  const way = isSplit ? split : near && pointer.with(at, near);
  const meant = way && bodyExpression(message, way);
  const place = message === 'request' ? 'request body' : 'body';
  const where = at === 0 ? `the ${place}` : `“${pointer.slice(0, at).join('/')}” of the ${place}`;
  return { message: `${title} does not describe “${step}” in ${where}.`, meant };
}

function noBody(message: 'request' | 'response', title: string): ExpressionFault {
  const cause = {
    key: message,
    message: (count: number) => `${count} values are taken from ${message} bodies that are not there.`,
  };
  return { message: `${title} has no ${message === 'request' ? 'request body' : 'body'}.`, cause };
}
