/** True for a text that says that no credentials are needed: “Authentication is not required”, “Auth optional”, “A public endpoint”. */
export function saysPublic(text: string | undefined): boolean {
  return patterns.some((pattern) => pattern.test(text ?? ''));
}

const credentials =
  '(?:auth|authentication|authorization|credentials?|api[- ]?keys?|access tokens?|log[- ]?in|sign[- ]?in)';
const patterns: readonly RegExp[] = [
  new RegExp(`\\b${credentials} (?:is |are )?(?:not (?:required|needed|necessary)|optional)\\b`, 'i'),
  new RegExp(`\\b(?:no|without|not? (?:requires?|needs?)(?: any| an?)?) ${credentials}\\b`, 'i'),
  /\b(?:public|unauthenticated|anonymous) (?:access|api|endpoint|operation|route)\b|\bpublicly (?:accessible|available|readable)\b/i,
  /\bopen[- ]data\b|\bopen to (?:everyone|anyone|all|the public)\b|\bfree (?:and open|public) api\b|\banonymously\b/i,
  /\b(?:all|the) (?:endpoints|operations|routes) are (?:public|open|anonymous)\b|\baccess is (?:anonymous|public|open|free)\b/i,
  /\bauthentication: *(?:none|no)\b|\bfreely (?:accessible|available)\b|\bpublic data\b/i,
];

/** True for a text that says that somebody else looks at the credentials: “Authentication is handled by the gateway”. */
export function isDoneElsewhere(text: string | undefined): boolean {
  return elsewhere.test(text ?? '');
}

const elsewhere =
  /\bauth(?:entication|orization)?\b[^.]{0,60}\b(?:handled|done|performed|enforced|checked|terminated|added|happens)\b[^.]{0,40}\b(?:client[- ]side|gateway|proxy|mesh|upstream|ingress|elsewhere|outside)\b/i;
