import { effectiveParameters, effectiveSecurity } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { isSigned, speaksOfSignatures } from '#rules/detectors/openapi/webhook-signature.ts';
import { webhookSenders } from '#rules/words/webhook-senders.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** An operation that others send their webhooks to. */
export interface WebhookReceiver {
  /** Who sends them, in lower case, where the path names one that is known; undefined elsewhere. */
  readonly sender: string | undefined;
}

/**
 * A POST that receives webhooks of others: it takes the signature of a sender, its path names a sender beside the word, or its text
 * says that it receives them. Undefined for what makes, tests or lists webhooks of one's own.
 */
export function webhookReceiver(operation: Operation): WebhookReceiver | undefined {
  const { method, origin, path, pathItem, summary, operationId, description } = operation;
  if (method !== 'post' || origin !== 'path') return undefined;
  if (takesSignature(operation))
    return {
      sender: segmentsOf(path)
        .flatMap(wordsOf)
        .find((word) => webhookSenders.has(word)),
    };
  const segments = segmentsOf(path);
  const at = segments.findIndex((segment) => wordsOf(segment).some((word) => hookWords.has(word)));
  const behind = segments[at + 1];
  // What can be read here, too, is a list of webhooks.
  if (at < 0 || segments.length - at > 2 || !pathItem.operations.every(isPostOrChallenge)) return undefined;
  const titles = [firstLine(summary?.value), operationId?.value ?? ''];
  if (titles.some((title) => makes.test(title))) return undefined;
  const near = segments.slice(Math.max(0, at - 1), at + 2).filter((segment) => !segment.includes('{'));
  const [beside] = near.flatMap(wordsOf).filter((word) => webhookSenders.has(word));
  if (beside !== undefined) return { sender: beside };
  if (behind?.includes('{') === true && !senderParameter.test(behind)) return undefined;
  const sender = behind === undefined ? titles.map(senderIn).find((word) => word !== undefined) : undefined;
  const receives = [...titles, firstLine(description?.value)].some((text) => receiving.some((form) => form.test(text)));
  return receives || sender !== undefined ? { sender } : undefined;
}

/** True with a header that one of the senders signs its webhooks by, written where it is taken. */
function takesSignature({ parameters, pathItem }: Operation): boolean {
  return [...parameters, ...pathItem.parameters].some(
    (one) =>
      one.kind === 'openapi.parameter' &&
      one.in?.value === 'header' &&
      signatures.has(one.name?.value.toLowerCase() ?? ''),
  );
}

/** These sign commands and calls that wait for an answer, too. */
const answered = wordSet('slack discord twilio line');

/** What is not called after anybody may be anything's. */
const signatures: ReadonlySet<string> = new Set(
  [...webhookSenders]
    .flatMap(([sender, headers]) => (answered.has(sender) ? [] : headers.map((header) => header.toLowerCase())))
    .filter((header) => /signature|hmac|-sig$/.test(header) && header !== 'x-signature'),
);

const hookWords: ReadonlySet<string> = new Set(['webhook', 'webhooks', 'hook', 'hooks']);

/** `/webhooks/{provider}` */
const senderParameter = /^\{(?:provider|source|vendor|platform|gateway|channel|integration|sender|service)\}$/i;

/** “Stripe webhook”, `stripeWebhook` */
function senderIn(title: string): string | undefined {
  const words = wordsOf(title);
  return words.some((word) => hookWords.has(word)) ? words.find((word) => webhookSenders.has(word)) : undefined;
}

/** A GET by which a sender makes sure that the address is meant, before it sends anything. */
function isPostOrChallenge({ method, parameters, summary }: Operation): boolean {
  if (method !== 'get') return method === 'post' || method === 'options' || method === 'head';
  const names = parameters.flatMap((one) => (one.kind === 'openapi.parameter' ? (one.name?.value ?? '') : ''));
  return names.some((name) => /challenge|verify_?token/i.test(name)) || /challenge|verif/i.test(summary?.value ?? '');
}

/** “Receives events from …”, “Webhook receiver”, “Handle incoming webhooks”, `handleWebhook`. */
const receiving: readonly RegExp[] = [
  /\b(?:receiv(?:e|es|ing)|handl(?:e|es|ing)|process(?:es|ing)?|accepts?|incoming|inbound|listens?|ingests?)\b[^.]{0,60}\b(?:web)?hooks?\b/i,
  /\b(?:web)?hooks?\b[^.]{0,20}\b(?:receiver|handler|listener|endpoint for)\b|\b(?:web)?hooks? (?:events? )?(?:from|sent by)\b/i,
  /(?:handle|receive|process)\w{0,40}web_?hook|web_?hook_?(?:handler|receiver|listener)/i,
];

/** What makes a webhook of one's own, or tries one. */
const makes =
  /^(?:add|create|register|subscribe|set ?up|configure|test|new|make|trigger|send|ping|retry|replay|redeliver|resend|enable|update|delete|remove|get|list)(?=[A-Z]|[\W_]|$)/i;

function firstLine(text: string | undefined): string {
  return /^[^\n]{0,300}/.exec(text ?? '')?.[0] ?? '';
}

/** True where a receiver can tell who sent a webhook, or where what it takes is not known. */
export function isVerified(operation: Operation, scope: Scope): boolean {
  if (isSigned(operation, scope) || operation.securityReference !== undefined) return true;
  if (effectiveSecurity(operation, scope)?.some(({ schemes }) => schemes.length > 0)) return true;
  const isSecret = effectiveParameters(operation, scope).some(({ name }) => secretName.test(name?.value ?? ''));
  return (
    isSecret || speaksOfSecrets(operation) || segmentsOf(operation.path).some((segment) => secretSegment.test(segment))
  );
}

const secretName = /secret|token|passw|(?:^|[_-])(?:key|sig|auth)$|api[_-]?key|^svix-|^sig$/i;
const secretSegment = /\{[^}]*(?:secret|token|hash|key|sig)[^}]*\}/i;

function speaksOfSecrets({ summary, description }: Operation): boolean {
  return [summary, description].some(
    (text) =>
      speaksOfSignatures(text?.value) ||
      /\bverif(?:y|ies|ied|ication)\b|\bsecrets?\b|\bbasic auth|\bauthenticat|\ballow-?list|\bwhitelist/i.test(
        text?.value ?? '',
      ),
  );
}
