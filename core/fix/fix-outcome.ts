import { changesOf } from '#core/fix/fix-changes.ts';
import { followingReferences, referenceObstacle } from '#core/fix/moved-references.ts';
import { changesNamedType } from '#core/fix/named-type-edits.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { RelatedPlace, ReviewFinding, ReviewFix } from '#core/review-finding.ts';
import type { Change, Severity } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { refusalOf } from '#core/tree/write/refusal.ts';
import { ChangeTrial } from '#core/tree/write/try-change.ts';

/** What would become of a fix: written, without effect, or not possible, with the reason as a sentence. */
export type FixOutcome =
  | { readonly kind: 'writes' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly reason: string };

const writes: FixOutcome = { kind: 'writes' };
const nothing: FixOutcome = { kind: 'nothing' };

/** Asks what would become of a fix, without writing it: the writer looks at each change by itself. Of a fix made of others one that writes is enough. */
export function fixOutcome(fix: ReviewFix, workspace: Workspace): FixOutcome {
  if (fix.parts !== undefined) return partsOutcome(fix.parts, workspace);
  let outcome = nothing;
  const changes = changesOf(fix, workspace);
  for (const change of changes) {
    const own = changeOutcome(change, workspace);
    if (own.kind === 'refused') return own;
    if (own.kind === 'writes') outcome = writes;
  }
  return outcome.kind === 'writes' ? (referenceRefusal(changes, workspace) ?? outcome) : outcome;
}

/** Undefined where no reference is in the way. */
function referenceRefusal(changes: readonly Change[], workspace: Workspace): FixOutcome | undefined {
  const treeChanges = changes.flatMap((change) => (change.kind === 'text' ? [] : [change]));
  const reason = referenceObstacle(treeChanges, workspace);
  if (reason !== undefined) return { kind: 'refused', reason };
  for (const { uri, pointer } of followingReferences(treeChanges, workspace)) {
    const own = changeOutcome({ kind: 'set', uri, pointer, value: '' }, workspace);
    if (own.kind === 'refused') return own;
  }
  return undefined;
}

function partsOutcome(parts: readonly ReviewFix[], workspace: Workspace): FixOutcome {
  let refused: FixOutcome = nothing;
  for (const part of parts) {
    const outcome = fixOutcome(part, workspace);
    if (outcome.kind === 'writes') return outcome;
    if (outcome.kind === 'refused') refused = outcome;
  }
  return refused;
}

/** A finding, and those it tells of, without fixes that change nothing or cannot be written; which those are is found out when asked. */
export function withWritableFixes(finding: ReviewFinding, workspace: Workspace): ReviewFinding {
  return new WritableFinding(finding, workspace);
}

class WritableFinding implements ReviewFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly #original: ReviewFinding;
  readonly #workspace: Workspace;
  #fixes: readonly ReviewFix[] | undefined;
  #members: readonly ReviewFinding[] | undefined;

  constructor(original: ReviewFinding, workspace: Workspace) {
    this.ruleId = original.ruleId;
    this.severity = original.severity;
    this.uri = original.uri;
    this.span = original.span;
    this.message = original.message;
    this.related = original.related;
    this.#original = original;
    this.#workspace = workspace;
  }

  /** The finding with all its fixes, whatever would become of them. */
  static originalOf(finding: ReviewFinding): ReviewFinding {
    return finding instanceof WritableFinding ? finding.#original : finding;
  }

  // A fold makes its fixes and members when it is asked for them.
  get fixes(): readonly ReviewFix[] {
    this.#fixes ??= this.#original.fixes.filter((fix) => fixOutcome(fix, this.#workspace).kind === 'writes');
    return this.#fixes;
  }

  get members(): readonly ReviewFinding[] {
    this.#members ??= this.#original.members.map((member) => new WritableFinding(member, this.#workspace));
    return this.#members;
  }
}

/** True for a finding with a safe fix; whether others could be written is not found out. */
export function hasSafeFix(finding: ReviewFinding): boolean {
  const isSafe = ({ safety }: ReviewFix): boolean => safety === 'safe';
  return WritableFinding.originalOf(finding).fixes.some(isSafe) && finding.fixes.some(isSafe);
}

function changeOutcome(change: Change, workspace: Workspace): FixOutcome {
  if (change.kind === 'text') return textOutcome(change, workspace);
  const document = documentOfKind(workspace, change.uri, 'tree');
  if (document === undefined) return { kind: 'refused', reason: 'the file was not read.' };
  const trial = trialOf(document);
  const outcome = trial.outcomeOf(change);
  return outcome === 'refused'
    ? { kind: 'refused', reason: refusalOf(document.text, trial.tree, change) }
    : { kind: outcome };
}

function textOutcome({ section, edits }: Extract<Change, { kind: 'text' }>, workspace: Workspace): FixOutcome {
  const { documents } = workspace;
  const sections: readonly Section[] = documents.get(section.uri)?.sections ?? [];
  if (!sections.includes(section)) return { kind: 'refused', reason: 'the text is not there any more.' };
  if (section.kind === 'prisma' && changesNamedType(section, edits, workspace))
    return { kind: 'refused', reason: 'the type has a name, and is to be changed where that is given.' };
  return edits.some(({ span, newText }) => section.text.slice(span.start, span.end) !== newText) ? writes : nothing;
}

const trials = new WeakMap<TreeDocument, ChangeTrial>();

function trialOf(document: TreeDocument): ChangeTrial {
  const trial = trials.get(document) ?? new ChangeTrial(document);
  trials.set(document, trial);
  return trial;
}
