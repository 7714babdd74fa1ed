import { responseAt } from '#core/openapi/effective/documented-responses.ts';
import type { Info, Operation, Response } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { findString, findValue, type TreeNode } from '#core/tree/tree.ts';

/** True with a 429, or with a `4XX` or `default` that says how long to wait. */
export function documentsRateLimit(operation: Operation, scope: Pick<Scope, 'resolve'>): boolean {
  if (responseAt(operation, '429') !== undefined) return true;
  return ['4XX', 'default'].some((status) => {
    const response = scope.resolve(responseAt(operation, status)?.response);
    return response !== undefined && speaksOfRateLimit(response);
  });
}

/** `x-rate-limit: none` at an operation, a path item or the info. */
export function isUnlimited(tree: TreeNode): boolean {
  const written = findValue(tree, 'x-rate-limit');
  return written?.kind === 'scalar' && (written.value === 'none' || written.value === false);
}

/** True where the description explains the limits in prose, or is of an API that only its own company calls. */
export function isLimitExplained({ tree, description }: Info): boolean {
  const audience = findString(tree, 'x-audience')?.value ?? '';
  return isUnlimited(tree) || /internal/i.test(audience) || limitWords.test(description?.value ?? '');
}

const limitWords = /\b429\b|\brate[- ]?limit|\bthrottl|\btoo many requests/i;

function speaksOfRateLimit({ headers, description }: Response): boolean {
  return (
    headers.some(({ name }) => /^retry-after$|rate-?limit/i.test(name.value)) ||
    limitWords.test(description?.value ?? '')
  );
}

/** True where a 429 says that there are too many of something, or no room, rather than too many requests in a time: nobody knows how long to wait. */
export function isOfQuantity(text: string): boolean {
  return (
    quantityWords.test(text) && !limitWords.test(text.replace(/\btoo many requests\b/gi, '')) && !timeWords.test(text)
  );
}

const quantityWords =
  /\b(?:concurrent(?:ly)?|in progress|parallel|simultaneous(?:ly)?|pending|running|overload(?:ed)?|at capacity|busy|quotas?|(?:resource|plan|usage|storage|account|seat) limits?|at once|at (?:the same|any one|a) time|plan['’]?s? (?:\w+ )?limits?|limit of (?!requests|calls|attempts)[a-z]+|too many (?!requests|calls|attempts|tries|logins)\w+)\b/i;
const timeWords = /\bper (?:second|minute|hour|day)\b|\b(?:daily|hourly|monthly)\b/i;
