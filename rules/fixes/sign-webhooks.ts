import type { DescriptionContext, Operation } from '#core/openapi/model.ts';
import type { Fix } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { addParameters, parametersSite } from '#rules/fixes/add-parameters.ts';
import { addComponent, referenceTo } from '#rules/fixes/component.ts';
import { type NewParameter, parameterValue } from '#rules/fixes/parameter-value.ts';

/** A webhook or callback operation without a signature, as plain data. */
export interface UnsignedWebhook {
  readonly context: DescriptionContext;
  /** What gives it the headers it lacks; empty where it has them all. */
  readonly changes: readonly TreeChange[];
}

/** `taken` are the names of the parameters it has, in lower case. */
export function unsignedWebhook(operation: Operation, taken: ReadonlySet<string>): UnsignedWebhook {
  return { context: operation.context, changes: addSignature(operation, taken) };
}

/** Gives webhooks the headers of Standard Webhooks, as shared parameters; no fix where they have them all. */
export function signAll(title: string, webhooks: readonly UnsignedWebhook[]): readonly Fix[] {
  const [first, ...others] = webhooks.flatMap(({ changes }) => changes);
  const context = webhooks[0]?.context;
  if (first === undefined || context === undefined) return [];
  const components = standardHeaders.map(({ component, parameter }) =>
    addComponent('parameters', component, parameterValue(context, parameter), context),
  );
  return [{ title, safety: 'review', changes: [first, ...others, ...components] }];
}

function addSignature(operation: Operation, taken: ReadonlySet<string>): readonly TreeChange[] {
  const { section, context } = operation;
  const [first, ...others] = standardHeaders
    .filter(({ parameter }) => !taken.has(parameter.name))
    .map(({ component }) => referenceTo('parameters', component, section.uri, context));
  return first === undefined ? [] : addParameters(parametersSite(operation), [first, ...others]);
}

const standardHeaders: readonly { readonly component: string; readonly parameter: NewParameter }[] = [
  {
    component: 'WebhookId',
    parameter: {
      name: 'webhook-id',
      in: 'header',
      required: true,
      description: 'The same for every attempt to deliver the event; use it to discard duplicates.',
      schema: { type: 'string' },
    },
  },
  {
    component: 'WebhookTimestamp',
    parameter: {
      name: 'webhook-timestamp',
      in: 'header',
      required: true,
      description: 'When this attempt was made, in seconds since 1970.',
      schema: { type: 'integer', format: 'int64' },
    },
  },
  {
    component: 'WebhookSignature',
    parameter: {
      name: 'webhook-signature',
      in: 'header',
      required: true,
      description:
        '"v1," and the base64 HMAC-SHA256 of id, timestamp and body joined by full stops; several are separated by blanks.',
      schema: { type: 'string' },
    },
  },
];
