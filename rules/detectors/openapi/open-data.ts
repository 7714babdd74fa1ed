import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { privateWords } from '#rules/words/private-things.ts';

/** True for a read of what may be open to everybody: nothing in it speaks of a caller who is known, or of what is somebody's own. */
export function mayBeOpenData(operation: Operation, scope: Scope): boolean {
  const { method, path, summary, description } = operation;
  if (method !== 'get' && method !== 'head') return false;
  if (statusKeys(operation)?.some((status) => status === '401' || status === '403') === true) return false;
  const words = segmentsOf(path).flatMap((segment) => (segment.includes('{') ? [] : wordsOf(segment)));
  if (
    words.some((word) => privateWords.has(word)) ||
    [summary, description].some((text) => speaksOfCallers(text?.value))
  )
    return false;
  return !effectiveParameters(operation, scope).some(({ name }) => callerParameter.test(name?.value ?? ''));
}

/** True for a text that speaks of keys, sign-in or the accounts of callers. */
export function speaksOfCallers(text: string | undefined): boolean {
  return callerWords.test(text ?? '');
}

const callerWords =
  /\b(?:auth|authenti\w+|authori[sz]\w+|oauth\w*|api[- ]?keys?|(?:access|api|bearer|auth) tokens?|tokens?|bearer|jwt|credentials?|(?:log|sign)(?:ged|ed)?[- ]?(?:in|up|on)|subscri(?:be|bers?|ption)s?|(?:your|an?|developer|user|free|paid) (?:\w+ )?account|permissions?|logged|whitelist\w*|api access)\b/i;

const callerParameter =
  /^(?:app|application|client|developer|partner|consumer|license|subscription|account|user|customer|member)[-_]?(?:id|key|name|token|secret)$|^(?:key|login|username|password|auth|sig|signature|session|sid)$|[-_](?:key|token|auth)$|[a-z](?:Key|Token)$/i;
