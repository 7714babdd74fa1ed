import type { DescriptionContext, OpenApiDocument, Operation } from '#core/openapi/model.ts';
import type { Cause, Change, Finding, Fix, Keyed, Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { ownParametersSite, type ParametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { type HouseParameter, sharedParameters } from '#rules/fixes/openapi/house-parameter.ts';
import { standardHeader, takeHeaders } from '#rules/fixes/openapi/take-headers.ts';

/** What a rule about a header that webhooks are sent with gathers of the whole description. */
export interface HeadersFact extends Keyed {
  readonly kind: 'document';
  readonly context: DescriptionContext;
  /** The headers that are shared. */
  readonly shared: readonly HouseParameter[];
}

/** A webhook or callback that is sent without a header. */
export interface BareWebhook extends Keyed {
  readonly kind: 'bare';
  readonly span: Span;
  /** `webhook “orderPlaced”` */
  readonly name: string;
  /** Undefined where an alias stands in the way. */
  readonly site: ParametersSite | undefined;
}

/** A header of Standard Webhooks, and what is said where it is not sent. */
export interface WantedWebhookHeader {
  /** `webhook-id` */
  readonly header: string;
  readonly messageOf: (name: string) => string;
  readonly cause: Cause;
}

const key = 'webhooks';

export function headersFact({ context }: OpenApiDocument, scope: Scope): HeadersFact {
  const shared = sharedParameters(({ in: place }) => place?.value === 'header', scope);
  return { key, kind: 'document', context, shared };
}

export function bareWebhook(operation: Operation): BareWebhook {
  const { origin, path, anchor: span } = operation;
  return { key, kind: 'bare', span, name: `${origin} “${path}”`, site: ownParametersSite(operation) };
}

/** The finding, with a fix that sends the header. */
export function bareFinding(
  { span, name, site }: BareWebhook,
  { shared, context }: HeadersFact,
  { header: wanted, messageOf, cause }: WantedWebhookHeader,
): Finding {
  const message = messageOf(name);
  const header = standardHeader(wanted, shared, context);
  const taken = site && takeHeaders(site, [header]);
  if (taken === undefined) return { span, message, cause };
  const [first, ...others] = taken;
  const changes: readonly [Change, ...Change[]] = [first, ...others, ...header.additions];
  const fix: Fix = { title: `Send \`${header.name}\` with the ${name}`, safety: 'review', changes };
  return { span, message, fixes: [fix], cause };
}
