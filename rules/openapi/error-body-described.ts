import type { Response } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import {
  type Cause,
  type Change,
  type Finding,
  type Fix,
  globalRule,
  type InSection,
  type Keyed,
  type Survey,
} from '#core/rule.ts';
import { capitalised } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { entriesOf } from '#core/tree/tree.ts';
import { errorPayloads } from '#rules/checklist.ts';
import { idOf } from '#rules/detectors/openapi/documented-errors.ts';
import { isHealthCheck } from '#rules/detectors/openapi/health-check.ts';
import { houseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { responsesUnder, responseTitle, type SeenResponse } from '#rules/detectors/openapi/seen-response.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { houseContent } from '#rules/fixes/openapi/error-response.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const errorBodyDescribed = globalRule({
  id: 'openapi/error-body-described',
  summary: 'Describe the body of every error.',
  why: 'A client that has a body to read for one error and none for the next cannot tell whether there is nothing, or nobody wrote it down.',
  item: errorPayloads,
  references: [rfc(9457, '3'), zalando(176)],
  severity: 'warning',
  recommended: false,
  options: {
    always: { default: false, description: 'Ask for it also where fewer than half of the errors have a body.' },
  },
  examples: [
    {
      title: 'One error of several',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200': { description: The order. }
        '400':
          description: That is no id.
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Problem' }
        «'404'»:
          description: There is no such order.
components:
  schemas:
    Problem: { type: object, properties: { title: { type: string } } }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200': { description: The order. }
        '400':
          description: That is no id.
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Problem' }
        '404':
          description: There is no such order.
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Problem' }
components:
  schemas:
    Problem: { type: object, properties: { title: { type: string } } }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<BodyFact> {
    // HEAD has no body, a preflight needs none, and of a probe the status is all.
    if (operation.origin !== 'path' || operation.method === 'head' || operation.method === 'options') return;
    if (isHealthCheck(operation.path)) return;
    for (const seen of responsesUnder(operation, isAsked, scope)) {
      const { response } = seen;
      if (response.content.length > 0) yield { key, kind: 'described' };
      else if (response.contentAnchor === undefined && isKnown(response)) yield bareFact(seen);
    }
  },
  *compare(facts, { always }) {
    const bare = new Map(factsOfKind(facts, 'bare').map((fact) => [fact.value.id, fact.value]));
    const described = factsOfKind(facts, 'described').length;
    if (!always && factsOfKind(facts, 'bare').length > described) return;
    for (const value of bare.values()) yield finding(value, described > 0);
  },
});

const key = 'bodies';

/** 401, 405 and 406 are mostly answered before there is a body; 304 has none. */
function isAsked(status: string): boolean {
  return /^(?:[45](?:\d\d|XX))$/.test(status) && !/^(?:401|405|406|412)$/.test(status);
}

type BodyFact = Keyed & ({ readonly kind: 'described' } | BareResponse);

interface BareResponse {
  readonly kind: 'bare';
  readonly id: string;
  readonly section: Section;
  readonly span: Span;
  readonly owner: string;
  readonly uri: string;
  readonly pointer: readonly string[];
  readonly rootUri: string;
  readonly isOwn: boolean;
}

/** A `$ref` in place of the content, and what only this file's author knows, may describe it. */
function isKnown({ tree, context }: Response): boolean {
  const others = context.version === '2.0' ? ['examples'] : ['$ref', 'content'];
  return entriesOf(tree).every(({ key: { value } }) => !others.includes(value));
}

function bareFact(seen: SeenResponse): Keyed & BareResponse {
  const { response } = seen;
  const { section, location, anchor: span, context } = response;
  const pointer = pointerOf(location);
  return {
    key,
    kind: 'bare',
    id: idOf(section.uri, pointer),
    section,
    span,
    owner: responseTitle(seen),
    uri: section.uri,
    pointer,
    rootUri: context.rootUri,
    isOwn: isWrittenInPlace(response),
  };
}

function finding(
  { section, span, owner, uri, pointer, rootUri, isOwn }: BareResponse,
  hasHouse: boolean,
): InSection<Finding> {
  const make = (survey: Survey): readonly [Change, ...Change[]] => {
    const content = houseContent(houseErrors(survey), uri);
    const [[name, value] = ['content', undefined]] = Object.entries(content);
    // Where errors have no body in common there is nothing to write: what is not there is taken away.
    if (value === undefined) return [{ kind: 'remove', uri, pointer: [...pointer, name] }];
    return [{ kind: 'set', uri, pointer: [...pointer, name], value, after: ['description', 'headers'] }];
  };
  const fix: Fix = { title: `Describe the body of ${owner}`, safety: 'review', changes: { rootUri, make } };
  const message = `${capitalised(owner)} has no body, where most errors have one. Describe what it answers.`;
  return { section, value: { span, message, ...(hasHouse && isOwn && { fixes: [fix] }), cause } };
}

const cause: Cause = {
  key: 'bodies',
  message: (count) => `${count} error responses have no body, where most errors have one. Describe what they answer.`,
  fixTitle: (count) => `Describe the bodies of ${count} errors`,
};
