import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { ignoreWord } from '#core/suppress/suppression.ts';
import { foldedName } from '#core/text/casing.ts';
import { entriesOf, type ScalarNode, type TreeNode } from '#core/tree/tree.ts';
import { namedHeader } from '#rules/detectors/openapi/named-header.ts';

/** True when a deprecated operation names its end: in an extension, in a `Sunset` header (RFC 8594), in its text or that of a tag. */
export function saysWhenItEnds(operation: Operation, scope: Pick<Scope, 'resolve' | 'roots'>): boolean {
  if (placeholderEnd(operation) !== undefined) return false;
  const { summary, description } = operation;
  if ([summary, description].some((text) => text !== undefined && namesEnd(text.value))) return true;
  if (endsByExtension(operation) || hasSunsetHeader(operation, scope)) return true;
  return extensionTexts(operation).some(datesEnd) || tagTexts(operation, scope).some(datesEnd);
}

/** What the tags of an operation say of it. */
function tagTexts({ tags }: Operation, scope: Pick<Scope, 'roots'>): readonly string[] {
  const names = new Set(tags.map(({ value }) => value));
  if (names.size === 0) return [];
  const all = scope.roots('openapi.tag').filter(({ name }) => name !== undefined && names.has(name.value));
  return all.flatMap(({ description }) => description?.value ?? []);
}

/** The texts in its extensions, samples of code aside. */
function extensionTexts({ tree }: Operation): readonly string[] {
  return entriesOf(tree).flatMap(({ key, value }) =>
    key.value.startsWith('x-') && key.value !== `x-${ignoreWord}` && value !== undefined ? textsIn(value, 0) : [],
  );
}

function textsIn(node: TreeNode, depth: number): readonly string[] {
  if (node.kind === 'scalar') return typeof node.value === 'string' ? [node.value] : [];
  if (depth > deepestText) return [];
  if (node.kind === 'list') return node.items.flatMap((item) => textsIn(item, depth + 1));
  return node.entries.flatMap(({ key, value }) =>
    value === undefined || /sample|example|code|source|snippet|curl/i.test(key.value) ? [] : textsIn(value, depth + 1),
  );
}

const deepestText = 3;

/** True for a sentence that says in plain words when something goes: beside a text that is no description a date alone tells nothing. */
function datesEnd(text: string): boolean {
  return text.split(/[.!?](?=\s|$)|\n\s*\n/).some((sentence) => gone.test(sentence) && date.test(sentence));
}

/** The extension that is to hold the end, and holds what stands for a date that is not known yet: `x-sunset: YYYY-MM-DD`. */
export function placeholderEnd({ tree }: Operation): ScalarNode | undefined {
  const values = entriesOf(tree).flatMap(({ key, value }) =>
    isEndName(key.value) && value?.kind === 'scalar' && isPlaceholder(value) ? [value] : [],
  );
  return values[0];
}

function isPlaceholder({ value }: ScalarNode): boolean {
  return typeof value === 'string' && placeholder.test(value.trim());
}

const placeholder = /^(?:y{2,4}[-/.]m{1,2}[-/.]d{1,2}|d{1,2}[-/.]m{1,2}[-/.]y{2,4}|todo|tbd|tba|fixme|\?+)$/i;

/** Our own silences name the rule, which is called after the header. */
function isEndName(key: string): boolean {
  return key.startsWith('x-') && key !== `x-${ignoreWord}` && endName.test(foldedName(key));
}

/** True for an operation whose end stands in an extension. */
export function endsByExtension({ tree }: Operation): boolean {
  return entriesOf(tree).some(isEndExtension);
}

function hasSunsetHeader({ responses }: Operation, scope: Pick<Scope, 'resolve'>): boolean {
  return responses.some(({ response }) => {
    const resolved = scope.resolve(response);
    return resolved !== undefined && namedHeader(effectiveHeaders(resolved, scope), 'sunset') !== undefined;
  });
}

const endName = /sunset|removal|removedon|removedin|endoflife|eol|retire|shutdown|decommission/;

/** `x-sunset`, `x-removal-date`, or an extension with such a key inside: `x-deprecation: { removalDate: … }`. */
function isEndExtension({
  key,
  value,
}: {
  readonly key: { readonly value: string };
  readonly value: TreeNode | undefined;
}): boolean {
  if (!key.value.startsWith('x-') || key.value === `x-${ignoreWord}` || value === undefined) return false;
  if (value.kind === 'scalar')
    return isEndName(key.value) && value.value !== null && value.value !== '' && !isPlaceholder(value);
  return entriesOf(value).some((entry) => endName.test(foldedName(entry.key.value)) && entry.value !== undefined);
}

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const date = new RegExp(
  [
    '\\b20\\d\\d[-/.]\\d{1,2}\\b',
    `\\b${month}(?: \\d{1,2}(?:st|nd|rd|th)?)?,? 20\\d\\d\\b`,
    '\\b\\d{1,2}[/.]\\d{1,2}[/.]20\\d\\d\\b',
    '\\b(?:q[1-4],?|end of|in|by|until|during) 20\\d\\d\\b',
  ].join('|'),
  'i',
);
const gone =
  /\b(?:remov(?:ed|al|es?)|sunset(?:s|ting|ted)?|end[- ]of[- ]life|eol|retired?|discontinued?|decommissioned|shut ?down|switched off|turned off)\b/i;
const version = /\b(?:in|with|by|until|from|after|at) (?:the )?(?:api )?(?:version |release |v\.? ?)\d/i;
const end =
  /\b(?:remov|delet|drop|retir|sunset|discontinu|decommission|disabl|switched off|turned off|shut|unavailable|no longer|stop|cease|until|end[s-]?\b|eol)/i;
const beginning = /\bdeprecat\w*\W+(?:\w+\W+){0,2}?(?:since|at|as of|on|in|from|starting)\b|\bsince\b/i;

const isGone = /\b(?:has been|was|is) (?:retired|removed|shut ?down|disabled|decommissioned|sunset)\b|\b410\b/i;

/** A text that says it is gone already, or a sentence that names a date or a version and is not only about when the deprecation began. */
function namesEnd(text: string): boolean {
  const sentences = text.split(/[.!?](?=\s|$)|\n\s*\n/);
  return (
    isGone.test(text) ||
    sentences.some((sentence) =>
      end.test(sentence)
        ? date.test(sentence) || version.test(sentence)
        : date.test(sentence) && !beginning.test(sentence),
    )
  );
}
