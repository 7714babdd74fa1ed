import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { hasText } from '#rules/detectors/openapi/has-text.ts';
import { likelySummary } from '#rules/fixes/openapi/likely-summary.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const operationDescribed = localRule({
  id: 'openapi/operation-described',
  summary: 'Say of every operation what it does.',
  why: 'A method and a path leave open what happens, to whom, and when to call it. A few words are what readers look for first, and what tools list.',
  item: documentationFormats,
  references: [openApi('Operation Object', 'operation-object')],
  severity: 'warning',
  recommended: false,
  options: {
    summary: { default: false, description: 'Ask for a summary, too, where there is a description.' },
    description: { default: false, description: 'Ask for a description, too, where there is a summary.' },
  },
  examples: [
    {
      title: 'An id says what the operation does',
      bad: `openapi: 3.1.0
paths:
  /orders:
    «get»:
      operationId: listOpenOrders
      responses:
        '200': { description: The orders. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      summary: List open orders
      operationId: listOpenOrders
      responses:
        '200': { description: The orders. }
`,
    },
    {
      title: 'Method and path say it',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders/{id}": {
      «"delete"»: {
        "tags": ["orders"],
        "responses": { "204": { "description": "The order is gone." } }
      }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders/{id}": {
      "delete": {
        "tags": ["orders"],
        "summary": "Delete an order",
        "responses": { "204": { "description": "The order is gone." } }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, _scope, options) {
    const lacks = { summary: !hasText(operation.summary), description: !hasText(operation.description) };
    const asks = lacks.summary && lacks.description ? 'both' : wanted(lacks, options);
    if (asks === undefined) return;
    const title = operationTitle(operation);
    const what = asks === 'both' ? 'neither summary nor description' : `no ${asks}`;
    const { method, path, origin, operationId } = operation;
    const text = lacks.summary ? likelySummary({ method, path, origin, operationId: operationId?.value }) : undefined;
    yield {
      span: operation.anchor,
      message: `${title} has ${what}. Say what it does.`,
      fixes: text === undefined ? [] : [writeSummary(operation, title, text)],
      cause: causes[asks],
    };
  },
});

type Lack = 'summary' | 'description';

function wanted(lacks: { readonly [K in Lack]: boolean }, asked: { readonly [K in Lack]: boolean }): Lack | undefined {
  if (lacks.summary && asked.summary) return 'summary';
  return lacks.description && asked.description ? 'description' : undefined;
}

const causes: { readonly [K in Lack | 'both']: Cause } = {
  both: causeOf('both', 'neither summary nor description'),
  summary: causeOf('summary', 'no summary'),
  description: causeOf('description', 'no description'),
};

function causeOf(key: string, what: string): Cause {
  return {
    key,
    message: (count) => `${count} operations have ${what}. Say what each of them does.`,
    fixTitle: (count) => `Write summaries of ${count} operations from their ids and paths`,
  };
}

function writeSummary({ section, location }: Operation, title: string, value: string): Fix {
  const pointer = [...pointerOf(location), 'summary'];
  const before = ['description', 'externalDocs', 'operationId', 'parameters', 'requestBody', 'responses'];
  const change = { kind: 'set', uri: section.uri, pointer, value, after: ['tags'], before } as const;
  return { title: `Write “${value}” as the summary of ${title}`, safety: 'review', changes: [change] };
}
