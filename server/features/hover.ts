import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { Rule } from '#core/rule.ts';
import { printable } from '#core/text/printable.ts';
import { canonicalUri } from '#files/file-uri.ts';
import { exampleFiles } from '#rules/example-files.ts';
import { type FindingAt, findingsAt } from '#server/features/findings-at.ts';
import type { Session } from '#server/session.ts';

/** More findings at one place than this are left to the list of problems. */
const shownFindings = 3;
/** Longer examples are cut: a hover is read at a glance, the rule's page has the rest. */
const shownLines = 24;

/** What the findings under the pointer mean: why, the good form, and the source. */
export async function hover(session: Session, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const uri = canonicalUri(textDocument.uri);
  const review = await session.shown(uri);
  if (review === undefined) return null;
  const range = { start: position, end: position };
  const findings = told(findingsAt(session, review, uri, range));
  const texts = findings.slice(0, shownFindings).map((found) => {
    const rule = session.rulebook.rules.find(({ id }) => id === found.finding.ruleId);
    return rule === undefined ? undefined : findingText(found, rule);
  });
  const value = texts.filter((text) => text !== undefined).join('\n\n---\n\n');
  const [first] = findings;
  if (value === '' || first === undefined) return null;
  const place = session.lines.rangeOf(review, first.finding.uri, first.finding.span);
  return { contents: { kind: MarkupKind.Markdown, value }, range: place };
}

/** Without those that are told at this very place by another one. */
function told(found: readonly FindingAt[]): readonly FindingAt[] {
  const folds = new Set(found.map(({ finding }) => finding));
  return found.filter(({ fold }) => fold === undefined || !folds.has(fold));
}

function findingText({ finding, fold }: FindingAt, rule: Rule): string {
  const parts = [
    `**${escapeMarkdown(finding.message)}**`,
    fold === undefined ? '' : `Told with others: ${escapeMarkdown(fold.message)}`,
    rule.why,
    goodForm(rule),
    `Guideline: ${rule.item.title} · \`${rule.id}\``,
    rule.references.map(({ title, url }) => (url === undefined ? title : `[${title}](${url})`)).join(' · '),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function goodForm({ id, examples }: Rule): string {
  const files = exampleFiles(examples[0].good, id);
  const fences = files.map(({ name, text }) => {
    const lines = text.trimEnd().split('\n');
    const cut = lines.length > shownLines ? [...lines.slice(0, shownLines), '…'] : lines;
    const title = files.length > 1 ? `\`${name}\`\n\n` : '';
    return `${title}\`\`\`${name.slice(name.lastIndexOf('.') + 1)}\n${cut.join('\n')}\n\`\`\``;
  });
  return `Good:\n\n${fences.join('\n\n')}`;
}

function escapeMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
