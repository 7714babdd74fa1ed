import type { Header, Operation, OrReference, Parameter, Response } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { validity } from '#rules/checklist.ts';
import { operationsOfParameter, saysAnswered, saysSent } from '#rules/detectors/openapi/said-media-types.ts';
import { openApi } from '#rules/sources.ts';

export const headerNotIgnored = localRule({
  id: 'openapi/header-not-ignored',
  summary: 'Describe Accept, Content-Type and Authorization where the specification looks for them.',
  why: 'Tools have to ignore these headers among parameters and response headers: media types stand under `content`, credentials under `security`.',
  item: validity,
  references: [openApi('Parameter Object', 'parameter-object'), openApi('Response Object', 'response-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Credentials as a parameter',
      bad: `openapi: 3.1.0
security:
  - bearer: []
paths:
  /orders:
    get:
      parameters:
        - { name: «Authorization», in: header, schema: { type: string } }
      responses:
        '200': { description: The orders. }
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
      good: `openapi: 3.1.0
security:
  - bearer: []
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
    },
    {
      title: 'The media type of a response',
      bad: `{
  "openapi": "3.0.3",
  "paths": {
    "/orders": {
      "get": {
        "responses": {
          "200": {
            "description": "The orders.",
            "headers": {
              «"content-type"»: { "schema": { "type": "string" } }
            },
            "content": { "application/json": {} }
          }
        }
      }
    }
  }
}
`,
      good: `{
  "openapi": "3.0.3",
  "paths": {
    "/orders": {
      "get": {
        "responses": {
          "200": {
            "description": "The orders.",
            "content": { "application/json": {} }
          }
        }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.parameter', 'openapi.response'],
  *check(node, scope) {
    if (node.context.version === '2.0') return;
    if (node.kind === 'openapi.parameter') yield* ignoredParameter(node, scope);
    else yield* ignoredHeaders(node);
  },
});

interface Described {
  readonly said: string;
  /** What to do where it is not said yet. */
  readonly unsaid: string;
  readonly isSaid: (parameter: Parameter, scope: Scope) => boolean;
}

/** By their names in lower case, where else they are described. */
const described: ReadonlyMap<string, Described> = new Map([
  [
    'accept',
    {
      said: 'The media types under `content` of the responses say it',
      unsaid: 'Write the media types under `content` of the responses',
      isSaid: (parameter: Parameter, scope: Scope) => isSaidByAny(parameter, saysAnswered, scope),
    },
  ],
  [
    'content-type',
    {
      said: 'The media types under `content` of the request body say it',
      unsaid: 'Write the media types under `content` of a request body',
      isSaid: (parameter: Parameter, scope: Scope) => isSaidByAny(parameter, saysSent, scope),
    },
  ],
  [
    'authorization',
    {
      said: 'Security schemes say it',
      unsaid: 'Define a security scheme',
      isSaid: (_: Parameter, scope: Scope) => scope.names('openapi.security-scheme').length > 0,
    },
  ],
]);

/** Also true where it is not known which operations have the parameter. */
function isSaidByAny(
  parameter: Parameter,
  says: (operation: Operation, scope: Scope) => boolean,
  scope: Scope,
): boolean {
  return operationsOfParameter(parameter, scope)?.some((operation) => says(operation, scope)) ?? true;
}

function* ignoredParameter(parameter: Parameter, scope: Scope): Iterable<Finding> {
  const { name, in: place, location, section } = parameter;
  const instead = place?.value === 'header' ? described.get(name?.value.toLowerCase() ?? '') : undefined;
  if (name === undefined || instead === undefined) return;
  const pointer = pointerOf(location);
  // What others may refer to stays, and so does what nothing else says.
  const isListed = pointer.at(-2) === 'parameters' && /^\d+$/.test(pointer.at(-1) ?? '');
  const isSaid = instead.isSaid(parameter, scope);
  const changes = [{ kind: 'remove', uri: section.uri, pointer, prune: true }] as const;
  const fix: Fix = { title: `Remove the parameter “${name.value}”`, safety: 'review', changes };
  yield {
    span: name.span,
    message: `Tools ignore the header parameter “${name.value}”. ${isSaid ? instead.said : instead.unsaid}.`,
    fixes: isListed && isSaid ? [fix] : [],
    cause: causeOf(name, 'parameters'),
  };
}

function* ignoredHeaders({ headers, content }: Response): Iterable<Finding> {
  const isSaid = content.length > 0;
  const instead = isSaid
    ? 'The media types under `content` say it'
    : 'The media type of a body stands under `content`; without a body there is none';
  for (const { name, header } of headers) {
    if (name.value.toLowerCase() !== 'content-type') continue;
    yield {
      span: name.span,
      message: `Tools ignore the response header “${name.value}”. ${instead}.`,
      fixes: isSaid ? [remove(name, header)] : [],
      cause: causeOf(name, 'response headers'),
    };
  }
}

function remove({ value }: Located<string>, { location, section }: OrReference<Header>): Fix {
  const changes = [{ kind: 'remove', uri: section.uri, pointer: pointerOf(location), prune: true }] as const;
  return { title: `Remove the response header “${value}”`, safety: 'review', changes };
}

function causeOf({ value }: Located<string>, what: string): Cause {
  const key = `${what} ${value.toLowerCase()}`;
  return { key, message: (count) => `Tools ignore the ${count} ${what} named “${value}”.` };
}
