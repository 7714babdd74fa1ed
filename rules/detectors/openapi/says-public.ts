/** True for a text that says that no credentials are needed: “Authentication is not required”, “Auth optional”, “A public endpoint”. */
export function saysPublic(text: string | undefined): boolean {
  if (text === undefined || !anyWord.test(text)) return false;
  if (!anyPattern.test(text.replace(/\s+/g, ' '))) return false;
  const sentences = text.split(/(?<=[.!?;])\s+|\n\s*(?=[\n#*-])/);
  return sentences.some((sentence) => {
    if (!anyPart.test(sentence)) return false;
    const words = sentence.replace(/\s+/g, ' ');
    return patterns.some((pattern) => says(words, pattern));
  });
}

/** A part of each pattern. */
const anyPart = /auth|credential|key|token|log|sign|public|anonymous|open|free/i;

/** One of them stands in whatever says so: most texts are not looked at further. */
const anyWord = /auth|credential|api[-\s]*key|access\s+token|log[-\s]?in|sign[-\s]?in|public|anonymous|open[-\s]|free/i;

/** So much text to either side of what is said is looked at: what takes it back stands close by. */
const near = 80;

function says(sentence: string, pattern: RegExp): boolean {
  const found = pattern.exec(sentence);
  if (found === null) return false;
  const end = found.index + found[0].length;
  const [before, after] = [
    sentence.slice(Math.max(0, found.index - near), found.index),
    sentence.slice(end, end + near),
  ];
  return !negatedBefore.test(before) && !negatedBehind.test(after);
}

/** “This is not a public endpoint”, “a non-public API”, “cannot be called without authentication”. */
const negatedBefore =
  /(?:\b(?:not|never|cannot|no longer|neither|nor|non|no)|n['’]t)[\s-]*(?:(?:an?|the|any|our|yet|currently|be|is|considered|intended|meant|to|as|for|work|works|function|respond|succeed|accessible|available|callable|usable|reachable|possible|allowed|permitted|accepted|accessed|called|invoked|used|reached|read|allow|support|offer|provide|permit|made|part of)\s+){0,5}$/i;
/** “Anonymous access is not allowed”, “requests without authentication are rejected”. */
const negatedBehind =
  /^,?\s*(?:(?:requests?|calls?|users?|clients?|access|callers?)\s+)?(?:(?:is|are|be|being|will|would|can|may|must|gets?|receives?)\s+){0,2}(?:(?:not|never|no longer)\s+(?:allowed|permitted|possible|supported|accepted|enabled|granted|available)|cannot|forbidden|denied|rejected|refused|disabled|prohibited|blocked|disallowed|fails?|impossible|(?:an? )?(?:http )?40[13])\b/i;

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

/** Whatever a sentence says one of them says. */
const anyPattern = new RegExp(patterns.map(({ source }) => source).join('|'), 'i');

/** True for a text that says that somebody else looks at the credentials: “Authentication is handled by the gateway”. */
export function isDoneElsewhere(text: string | undefined): boolean {
  return elsewhere.test(text ?? '');
}

const elsewhere =
  /\bauth(?:entication|orization)?\b[^.]{0,60}\b(?:handled|done|performed|enforced|checked|terminated|added|happens)\b[^.]{0,40}\b(?:client[- ]side|gateway|proxy|mesh|upstream|ingress|elsewhere|outside)\b/i;
