import type {
  Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  Location,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { tagOf } from '#core/finding-tag.ts';
import type { FileEdits } from '#core/fix/file-edits.ts';
import type { Review } from '#core/review.ts';
import type { FileReview, RelatedPlace, ReviewFinding } from '#core/review-finding.ts';
import type { FindingTag, Severity } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { printable } from '#core/text/printable.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';
import { editsByFile } from '#server/shown/edits-by-file.ts';
import type { ClientDocument } from '#server/texts/client-document.ts';
import type { Lines } from '#server/texts/line-indexes.ts';

/** The name diagnostics are shown under. */
export const diagnosticSource = 'plumbline';

/** The same of changes. */
const changeSource = 'plumbline change';

/** What converting needs to know of the session. */
export interface ConvertContext {
  readonly rulebook: Rulebook;
  readonly review: Review;
  readonly abilities: Pick<ClientAbilities, 'appliesDocumentChanges' | 'showsRelatedPlaces' | 'baseScheme' | RulePages>;
  readonly lines: Lines;
  readonly documentOf: (uri: string) => ClientDocument;
  /** What of a file's findings is told. */
  readonly shownOf: (file: FileReview) => readonly ReviewFinding[];
  /** Is told of every edit that the client is given. */
  readonly onEdit?: (uri: string, edits: readonly TextEdit[]) => void;
}

/** A finding as the protocol shows it. */
export function toDiagnostic(finding: ReviewFinding, context: ConvertContext): Diagnostic {
  const { abilities, lines, review, rulebook } = context;
  const related = finding.related.flatMap((place) => {
    const location = place.formerIn === undefined ? locationOf(place, context) : formerLocation(place, context);
    return location === undefined ? [] : [{ location, message: printable(place.message) }];
  });
  const tag = tagOf(finding.ruleId, rulebook);
  return {
    range: lines.rangeOf(review, finding.uri, finding.span),
    severity: severities[finding.severity],
    source: finding.ruleId.startsWith('change/') ? changeSource : diagnosticSource,
    code: finding.ruleId,
    message: printable(finding.message),
    ...codeLink(finding.ruleId, abilities),
    ...(abilities.showsRelatedPlaces && related.length > 0 ? { relatedInformation: related } : {}),
    ...(tag === undefined ? {} : { tags: [tags[tag]] }),
  };
}

function locationOf({ uri, span }: RelatedPlace, { lines, review, documentOf }: ConvertContext): Location {
  return { uri: documentOf(uri).uri, range: lines.rangeOf(review, uri, span) };
}

/** A place in a file as it was; undefined where the client cannot show it. */
export function formerLocation({ uri, span }: RelatedPlace, context: ConvertContext): Location | undefined {
  const { abilities, lines, review } = context;
  const range = abilities.baseScheme === undefined ? undefined : lines.formerRangeOf(review, uri, span);
  return range && { uri: uri.replace(/^[a-z][\w+.-]*:/i, `${abilities.baseScheme}:`), range };
}

/** Edits of files as one workspace edit, tied to the versions the client has where it understands that. */
export function toWorkspaceEdit(files: readonly FileEdits[], context: ConvertContext): WorkspaceEdit {
  const changes = [...editsByFile(files)].map(([uri, edits]) => ({
    document: context.documentOf(uri),
    edits: edits.map(
      ({ span, newText }): TextEdit => ({ range: context.lines.rangeOf(context.review, uri, span), newText }),
    ),
  }));
  for (const { document, edits } of changes) context.onEdit?.(document.uri, edits);
  if (context.abilities.appliesDocumentChanges) {
    return {
      documentChanges: changes.map(({ document, edits }): TextDocumentEdit => ({ textDocument: document, edits })),
    };
  }
  return { changes: Object.fromEntries(changes.map(({ document, edits }) => [document.uri, edits])) };
}

// The protocol's own constants would bring all of it into the background thread.
const severities = { error: 1, warning: 2, info: 3 } as const satisfies { [S in Severity]: DiagnosticSeverity };
const tags = { unnecessary: 1, deprecated: 2 } as const satisfies { [T in FindingTag]: DiagnosticTag };

type RulePages = 'showsCodeLinks' | 'rulePageBase';

function codeLink(ruleId: string, abilities: Pick<ClientAbilities, RulePages>): Pick<Diagnostic, 'codeDescription'> {
  const hasPage = !ruleId.startsWith('plumbline/');
  if (!hasPage || abilities.rulePageBase === undefined || !abilities.showsCodeLinks) return {};
  return { codeDescription: { href: `${abilities.rulePageBase}${ruleId}` } };
}
