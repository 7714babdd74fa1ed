import { propertyLines, type Resolving, typeText } from '#core/ask/schema-shape.ts';
import type { Shape } from '#core/ask/shape.ts';
import { writtenMethod } from '#core/openapi/effective/written-method.ts';
import type {
  Header,
  MediaType,
  OpenApiNode,
  Operation,
  OrReference,
  Parameter,
  PathItem,
  RequestBody,
  Response,
  Schema,
} from '#core/openapi/model.ts';

type Lines = Pick<Shape, 'what' | 'lines'>;

/** What a view is, and what it is made of; undefined for kinds whose own text says it best. */
export function openApiShape(node: OpenApiNode, scope: Resolving): Lines | undefined {
  switch (node.kind) {
    case 'openapi.schema':
      return schemaShape(node, scope);
    case 'openapi.parameter':
      return parameterShape(node);
    case 'openapi.header':
      return headerShape(node);
    case 'openapi.response':
      return responseShape(node);
    case 'openapi.request-body':
      return bodyShape(node);
    case 'openapi.path-item':
      return pathShape(node);
    case 'openapi.operation':
      return operationShape(node, scope);
    default:
      return undefined;
  }
}

function schemaShape(schema: Schema, scope: Resolving): Lines {
  const lines = propertyLines(schema, scope);
  if (lines.length > 0) return { what: 'object', lines };
  const { items, oneOf, anyOf } = schema;
  const listed = items?.kind === 'openapi.schema' ? propertyLines(items, scope) : [];
  if (listed.length > 0) return { what: 'list of objects', lines: listed };
  if (oneOf.length > 0) return { what: 'one of', lines: oneOf.map(typeText) };
  return anyOf.length > 0
    ? { what: 'any of', lines: anyOf.map(typeText) }
    : { what: 'schema', lines: [typeText(schema)] };
}

function parameterShape(parameter: Parameter): Lines {
  const { name, in: place, required } = parameter;
  const mark = required?.value === true ? '*' : '';
  const what = place === undefined ? 'parameter' : `parameter in ${place.value}`;
  return { what, lines: [`${name?.value ?? ''}${mark}: ${valueText(parameter)}`] };
}

function headerShape(header: Header): Lines {
  return { what: 'header', lines: [typeText(header.schema)] };
}

function responseShape({ description, content, headers }: Response): Lines {
  const lines = [
    ...(description === undefined ? [] : [`description: ${firstLine(description.value)}`]),
    ...contentLines(content),
    ...headers.map(({ name }) => `header ${name.value}`),
  ];
  return { what: 'response', lines };
}

function bodyShape({ required, content }: RequestBody): Lines {
  return { what: required ? 'request body, required' : 'request body', lines: contentLines(content) };
}

function pathShape({ operations }: PathItem): Lines {
  return {
    what: 'path',
    lines: operations.map(
      (operation) =>
        `${operation.method === 'other' ? writtenMethod(operation) : operation.method}: ${titleOf(operation)}`,
    ),
  };
}

function operationShape(operation: Operation, scope: Resolving): Lines {
  const { path, parameters, requestBody, responses } = operation;
  const lines = [
    `${writtenMethod(operation)} ${path}`,
    ...(titleOf(operation) === '' ? [] : [titleOf(operation)]),
    ...parameters.flatMap((each) => {
      const parameter: Parameter | undefined = scope.resolve(each);
      return parameter === undefined
        ? []
        : [`${parameter.in?.value ?? ''} ${parameterShape(parameter).lines[0] ?? ''}`];
    }),
    ...contentLines(scope.resolve<RequestBody>(requestBody)?.content ?? []).map((line) => `body ${line}`),
    ...responses.map(({ status, response }) => `${status.value} ${bodyTypes(response, scope)}`.trimEnd()),
  ];
  return { what: 'operation', lines };
}

function bodyTypes(response: OrReference<Response>, scope: Resolving): string {
  const content = scope.resolve<Response>(response)?.content ?? [];
  return [...new Set(content.flatMap(({ schema }) => (schema === undefined ? [] : [typeText(schema)])))].join(' | ');
}

function titleOf({ summary, operationId }: Operation): string {
  return firstLine(summary?.value ?? operationId?.value ?? '');
}

function valueText({ schema, content }: Parameter): string {
  return typeText(schema ?? content[0]?.schema);
}

function contentLines(content: readonly MediaType[]): readonly string[] {
  return content.map(({ name, schema }) => `${name.value}: ${typeText(schema)}`);
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
