import type { Evidence, EvidenceCollector } from '#core/evidence.ts';
import { visitNodes } from '#core/project/visit-nodes.ts';
import type { Review, ReviewSettings } from '#core/review.ts';
import type { NodeKind, ReviewNode, Scope, Section } from '#core/rule.ts';
import { startOf, type WorkspaceNotes } from '#core/section-notes.ts';
import type { Steps } from '#core/steps.ts';
import { shiftSpan } from '#core/text/span.ts';

/** What the collectors see in the files of a review, by collector id, in the order the files are read; a step for each section. */
export function* collectEvidence(
  { workspace, placement }: Review,
  collectors: readonly EvidenceCollector[],
  settings: ReviewSettings,
): Steps<ReadonlyMap<string, readonly Evidence[]>> {
  const collection = new Collection(placement.notes, collectors);
  yield* visitNodes(workspace, settings, (...visited) => collection.visit(...visited));
  return collection.evidence;
}

class Collection {
  readonly evidence = new Map<string, Evidence[]>();
  readonly #notes: WorkspaceNotes;
  readonly #byKind = new Map<NodeKind, EvidenceCollector[]>();
  /** A file that two descriptions share is seen twice. */
  readonly #seen = new Set<string>();

  constructor(notes: WorkspaceNotes, collectors: readonly EvidenceCollector[]) {
    this.#notes = notes;
    for (const collector of collectors) {
      for (const kind of collector.on) this.#byKind.set(kind, [...(this.#byKind.get(kind) ?? []), collector]);
    }
  }

  visit(node: ReviewNode, section: Section, scope: Scope, group: string): void {
    const rootUri = section.kind === 'prisma' ? undefined : group;
    for (const collector of this.#byKind.get(node.kind) ?? []) {
      for (const { span, text } of collector.collect(node, scope)) {
        const start = startOf(section, this.#notes);
        this.#add(collector.id, { uri: section.uri, span: shiftSpan(span, start), text, rootUri });
      }
    }
  }

  #add(collectorId: string, evidence: Evidence): void {
    const key = `${collectorId}\n${evidence.uri}\n${evidence.span.start}\n${evidence.text}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const known = this.evidence.get(collectorId);
    if (known === undefined) this.evidence.set(collectorId, [evidence]);
    else known.push(evidence);
  }
}
