import { effectiveParameters, effectiveSecurity } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { isSigned, speaksOfSignatures } from '#rules/detectors/openapi/webhook-signature.ts';
import { webhookSenders } from '#rules/words/webhook-senders.ts';

/** An operation that others send their webhooks to. */
export interface WebhookReceiver {
  /** Who sends them, in lower case, where the path names one that is known; undefined elsewhere. */
  readonly sender: string | undefined;
}

/**
 * A POST that receives webhooks of others: its path names a sender beside the word, or its text says that it receives them. Undefined
 * for what makes, tests or lists webhooks of one's own.
 */
export function webhookReceiver(operation: Operation): WebhookReceiver | undefined {
  const { method, origin, path, pathItem } = operation;
  if (method !== 'post' || origin !== 'path') return undefined;
  const segments = segmentsOf(path);
  const at = segments.findIndex((segment) => wordsOf(segment).some((word) => hookWords.has(word)));
  if (at < 0 || segments.length - at > 2) return undefined;
  const near = segments.slice(Math.max(0, at - 1), at + 2).filter((segment) => !segment.includes('{'));
  const sender = near.flatMap(wordsOf).find((word) => webhookSenders.has(word));
  const { summary, description, operationId } = operation;
  const says = [summary?.value, description?.value].some((text) => receives.test(firstLine(text)));
  const isNamed = handlers.test(operationId?.value ?? '');
  // What can be read here, too, is a list of webhooks.
  const isOnly = pathItem.operations.every((other) => other.method === 'post');
  if (sender !== undefined) return isOnly && !makes.test(firstLine(summary?.value)) ? { sender } : undefined;
  return (says || isNamed) && isOnly && !segments[at + 1]?.includes('{') ? { sender: undefined } : undefined;
}

const hookWords: ReadonlySet<string> = new Set(['webhook', 'webhooks', 'hook', 'hooks']);
/** “Receives events from …”, “Webhook receiver”, “Handle incoming webhooks”. */
const receives =
  /\b(?:receiv(?:e|es|ing)|handl(?:e|es|ing)|process(?:es|ing)?|accepts?|incoming|inbound|listens?|ingests?)\b[^.]{0,60}\b(?:web)?hooks?\b|\b(?:web)?hooks?\b[^.]{0,20}\b(?:receiver|handler|listener|endpoint for)\b|\b(?:web)?hooks? (?:events? )?(?:from|sent by)\b/i;
const handlers = /(?:handle|receive|process)\w{0,40}web_?hook|web_?hook_?(?:handler|receiver|listener)/i;
const makes = /^(?:add|create|register|subscribe|set up|configure|test|new|make|trigger|send|ping|retry|redeliver)\b/i;

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
