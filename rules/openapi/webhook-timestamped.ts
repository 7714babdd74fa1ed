import { effectiveParameters, knowsParameters } from '#core/openapi/effective/effective.ts';
import type { DescriptionContext, Operation } from '#core/openapi/model.ts';
import { type Cause, type Finding, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { webhookSignatures } from '#rules/checklist.ts';
import { isSent, propertiesSent } from '#rules/detectors/openapi/webhook-parts.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { type ParametersSite, parametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { type HouseParameter, sharedParameters } from '#rules/fixes/openapi/house-parameter.ts';
import { standardHeader, takeHeaders } from '#rules/fixes/openapi/take-headers.ts';
import { standardWebhooks } from '#rules/sources.ts';

export const webhookTimestamped = globalRule({
  id: 'openapi/webhook-timestamped',
  summary: 'Sign the time at which a webhook is sent with it.',
  why: 'A signature alone is good for ever: who has seen one delivery can send it again next year. With the time signed, a receiver refuses what is old.',
  item: webhookSignatures,
  references: [standardWebhooks],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A signature that never grows old',
      bad: `openapi: 3.1.0
webhooks:
  orderPlaced:
    «post»:
      parameters:
        - { name: X-Signature, in: header, schema: { type: string } }
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                id: { type: string }
      responses:
        '204': { description: Received. }
components:
  parameters:
    WebhookTimestamp: { name: webhook-timestamp, in: header, schema: { type: integer } }
`,
      good: `openapi: 3.1.0
webhooks:
  orderPlaced:
    post:
      parameters:
        - { name: X-Signature, in: header, schema: { type: string } }
        - { $ref: '#/components/parameters/WebhookTimestamp' }
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                id: { type: string }
      responses:
        '204': { description: Received. }
components:
  parameters:
    WebhookTimestamp: { name: webhook-timestamp, in: header, schema: { type: integer } }
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<TimeFact> {
    if (node.kind === 'openapi.document') {
      const shared = sharedParameters(({ in: place }) => place?.value === 'header', scope);
      yield { key, kind: 'document', context: node.context, shared };
    } else if (isSent(node) && lacksTime(node, scope)) {
      const isChangeable = isWrittenInPlace(node) && node.parametersReference === undefined;
      const site = isChangeable ? parametersSite(node) : undefined;
      yield { key, kind: 'timeless', span: node.anchor, name: `${node.origin} “${node.path}”`, site };
    }
  },
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    if (document === undefined) return;
    for (const { section, value } of factsOfKind(facts, 'timeless'))
      yield { section, value: timeless(value, document.value) };
  },
});

const key = 'times';

type TimeFact = Keyed & (DocumentFact | TimelessFact);

interface DocumentFact {
  readonly kind: 'document';
  readonly context: DescriptionContext;
  readonly shared: readonly HouseParameter[];
}

interface TimelessFact {
  readonly kind: 'timeless';
  readonly span: Span;
  /** `webhook “orderPlaced”` */
  readonly name: string;
  /** Undefined where an alias stands in the way. */
  readonly site: ParametersSite | undefined;
}

/** Signed by a header, without a time that could be signed with it. */
function lacksTime(operation: Operation, scope: Scope): boolean {
  if (!knowsParameters(operation, scope)) return false;
  const headers = effectiveParameters(operation, scope).filter(({ in: place }) => place?.value === 'header');
  const signature = headers.find(({ name }) => /signature|hmac|digest/i.test(name?.value ?? ''));
  if (signature === undefined || headers.some(({ name }) => timeName.test(name?.value ?? ''))) return false;
  const texts = [signature.description, operation.description, operation.summary];
  if (texts.some((text) => /time|\bt=|replay/i.test(text?.value ?? ''))) return false;
  const properties = propertiesSent(operation, scope);
  return properties !== undefined && ![...properties].some((name) => timeName.test(name));
}

const timeName =
  /time|date$|(?:created|sent|occurred|updated|issued|emitted|triggered|published|delivered)(?:at|on)?$|^(?:ts|iat|at)$/i;

function timeless({ span, name, site }: TimelessFact, { shared, context }: DocumentFact): Finding {
  const message = `The signature of the ${name} never grows old: no time is sent with it. Sign one, too.`;
  const header = standardHeader('webhook-timestamp', shared, context);
  const taken = site && takeHeaders(site, [header]);
  const fixes: readonly Fix[] =
    taken === undefined
      ? []
      : [
          {
            title: `Send \`${header.name}\` with the ${name}`,
            safety: 'review',
            changes: [taken[0], ...taken.slice(1), ...header.additions],
          },
        ];
  return { span, message, fixes, cause: timelessWebhooks };
}

const timelessWebhooks: Cause = {
  key: 'timeless',
  message: (count) => `The signatures of ${count} webhooks and callbacks never grow old: no time is sent with them.`,
  fixTitle: (count) => `Send the time with ${count} webhooks and callbacks`,
};
