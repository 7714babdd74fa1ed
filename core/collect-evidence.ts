import type { Evidence, EvidenceCollector } from '#core/evidence.ts';
import { visitNodes } from '#core/project/visit-nodes.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Review, ReviewSettings } from '#core/review.ts';
import type { NodeKind, ReviewNode, Scope, Section } from '#core/rule.ts';
import { shiftSpan } from '#core/text/span.ts';

/** What the collectors see in the files of a review, by collector id, in the order the files are read. */
export function collectEvidence(
  { workspace }: Review,
  collectors: readonly EvidenceCollector[],
  settings: ReviewSettings,
): ReadonlyMap<string, readonly Evidence[]> {
  const collection = new Collection(workspace, collectors);
  visitNodes(workspace, settings, (...visited) => collection.visit(...visited));
  return collection.evidence;
}

class Collection {
  readonly evidence = new Map<string, Evidence[]>();
  readonly #starts: ReadonlyMap<Section, number>;
  readonly #byKind = new Map<NodeKind, EvidenceCollector[]>();
  /** A file that two descriptions share is seen twice. */
  readonly #seen = new Set<string>();

  constructor(workspace: Workspace, collectors: readonly EvidenceCollector[]) {
    this.#starts = sectionStarts(workspace);
    for (const collector of collectors) {
      for (const kind of collector.on) this.#byKind.set(kind, [...(this.#byKind.get(kind) ?? []), collector]);
    }
  }

  visit(node: ReviewNode, section: Section, scope: Scope, group: string): void {
    const start = this.#starts.get(section) ?? 0;
    const rootUri = section.kind === 'prisma' ? undefined : group;
    for (const collector of this.#byKind.get(node.kind) ?? []) {
      for (const { span, text } of collector.collect(node, scope)) {
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

function sectionStarts({ trees, prismaDocuments }: Workspace): ReadonlyMap<Section, number> {
  const starts = new Map<Section, number>();
  for (const document of [...trees.values(), ...prismaDocuments.values()]) {
    document.sections.forEach((section, index) => {
      starts.set(section, document.starts[index] ?? 0);
    });
  }
  return starts;
}
