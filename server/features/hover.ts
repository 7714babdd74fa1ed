import { type Hover, type HoverParams, type MarkupContent, MarkupKind } from 'vscode-languageserver';
import type { Review } from '#core/review.ts';
import type { Rule } from '#core/rule.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { largest } from '#core/work/largest.ts';
import { canonicalUri } from '#files/uri.ts';
import { describeError } from '#server/describe-error.ts';
import { type ConfigHoverInput, configHover } from '#server/features/config-hover.ts';
import { fieldHover } from '#server/features/field-hover.ts';
import { type FindingAt, type FindingsInput, findingsAt } from '#server/features/findings-at.ts';
import { type GoodForm, goodForm } from '#server/features/good-form.ts';
import { type TargetInput, targetHover } from '#server/features/target-hover.ts';
import type { Client, Reviews } from '#server/inputs.ts';
import { escapeAroundCode, escapeMarkdown } from '#server/pages/escape-markdown.ts';

/** More findings at one place than this are left to the list of problems. */
const shownFindings = 8;
/** A hover is read at a glance; the rule's page has the rest. */
const mostLines = 12;

type HoverInput = Pick<Reviews, 'shown'> &
  FindingsInput &
  TargetInput &
  ConfigHoverInput &
  Client<'showsProblemsInHovers'> & { readonly log: (message: string) => void };

/** What the findings under the pointer mean: why, the good form, and the source; and what the text there leads to. */
export async function hover(session: HoverInput, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const uri = canonicalUri(textDocument.uri);
  const review = await session.shown(uri);
  if (review === undefined) return null;
  if (sourceKindOf(uri).role === 'config') return configHover(session, review, uri, position);
  const range = { start: position, end: position };
  const findings = told(findingsAt(session, review, uri, range));
  const known = findings.flatMap((found) => {
    const rule = session.rulebook.rules.find(({ id }) => id === found.finding.ruleId);
    return rule === undefined ? [] : [{ ...found, rule }];
  });
  const [only, ...others] = known;
  const field = unlessFailing(session, () => fieldHover(session, review, uri, position));
  const isOne = only !== undefined && others.length === 0;
  const most = field === undefined ? mostLines : mostLines - 2;
  const value = isOne ? findingText(only, session, review, most) : listText(known, session);
  const [first] = findings;
  const isFound = value !== '' && first !== undefined;
  const said = isFound && field !== undefined ? `${value}\n\n${field.line}` : value;
  const around = isFound ? said : (field?.hover.contents.value ?? '');
  const room = mostLines - (around === '' ? 0 : countLines(around + divider));
  const target = unlessFailing(session, () => targetHover(session, review, uri, position, room));
  const leads = target === undefined ? [] : [target];
  if (!isFound) return joined(field === undefined ? leads : [field.hover, ...leads]) ?? null;
  const place = session.lines.rangeOf(review, first.finding.uri, first.finding.span);
  return joined([{ contents: { kind: MarkupKind.Markdown, value: said }, range: place }, ...leads]) ?? null;
}

/** All that is said at a place, where the first of it stands. */
function joined(parts: readonly (Hover & { readonly contents: MarkupContent })[]): Hover | undefined {
  const [first] = parts;
  const value = parts.map(({ contents }) => contents.value).join(divider);
  return first && { ...first, contents: { kind: MarkupKind.Markdown, value } };
}

/** What is found is told even where following the text fails. */
function unlessFailing<T>({ log }: Pick<HoverInput, 'log'>, make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    log(`The target of a text could not be shown: ${describeError(error)}`);
    return undefined;
  }
}

/** Parts what is found from what is meant, and from where it leads. */
const divider = '\n\n---\n\n';

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

/** Without those that are told at this very place by another one. */
function told(found: readonly FindingAt[]): readonly FindingAt[] {
  const folds = new Set(found.map(({ finding }) => finding));
  return found.filter(({ fold }) => fold === undefined || !folds.has(fold));
}

interface KnownFinding extends FindingAt {
  readonly rule: Rule;
}

/** One line each. */
function listText(found: readonly KnownFinding[], { abilities }: HoverInput): string {
  const lines = found.slice(0, shownFindings).map(({ finding, rule }) => {
    return `- ${abilities.showsProblemsInHovers ? rule.why : escapeMarkdown(finding.message)} \`${rule.id}\``;
  });
  const leftOut = found.length - lines.length;
  return [...lines, ...(leftOut > 0 ? [`- … and ${leftOut} more`] : [])].join('\n');
}

/** What is found, why it matters, how it should be, and who says so, in at most so many lines. */
function findingText(
  { finding, fold, rule }: KnownFinding,
  { abilities }: HoverInput,
  review: Review,
  most: number,
): string {
  const told = [
    ...(abilities.showsProblemsInHovers ? [] : [`**${escapeMarkdown(finding.message)}**`]),
    ...(fold === undefined ? [] : [`Told with others: ${escapeMarkdown(fold.message)}`]),
  ];
  const head = [...(told.length === 0 ? [] : [told.join(' ')]), rule.why];
  const sources = rule.references.map(({ title, url }) => (url === undefined ? title : `[${title}](${url})`));
  const foot = [`Guideline: ${rule.item.title}`, `\`${rule.id}\``, ...sources].join(' · ');
  // Between two parts is an empty line; the title, the fence and the source take four.
  const form = goodForm(finding, rule, review, most - 2 * head.length - 5);
  return [...head, ...(form === undefined ? [] : [formText(form)]), foot].join('\n\n');
}

function formText({ title, language, lines }: GoodForm): string {
  const name = title === undefined ? 'Good' : escapeAroundCode(title);
  const text = lines.join('\n');
  // CommonMark §4.5: a fence ends at one that is as long.
  const longest = largest(
    2,
    (text.match(/`+/g) ?? []).map(({ length }) => length),
  );
  const fence = '`'.repeat(longest + 1);
  return `${name}:\n${fence}${language}\n${text}\n${fence}`;
}
