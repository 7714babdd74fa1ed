import type { Evidence, EvidenceCollector, RowSubject } from '#core/checklist/evidence.ts';
import type { NodeKind, ReviewNode } from '#core/node.ts';
import { startOf, type WorkspaceNotes } from '#core/place/section-notes.ts';
import type { ReviewUnit } from '#core/project/review-unit.ts';
import { visitNodes } from '#core/project/visit-nodes.ts';
import type { Review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { shiftSpan } from '#core/text/span.ts';
import type { Steps } from '#core/work/steps.ts';

/** What is looked for in the files. */
export interface EvidenceBook {
  readonly collectors: readonly EvidenceCollector[];
  readonly subjects: readonly RowSubject[];
}

/** What one description or Prisma schema holds. */
export interface GroupEvidence {
  /** By collector id, in the order the files are read. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  /** The ids of rows whose rules have something to judge here. */
  readonly subjects: ReadonlySet<string>;
}

/** What is found in each description and each Prisma schema, by the uri of its root; a step for each section. */
export function* collectEvidence(
  { workspace, placement }: Review,
  book: EvidenceBook,
  settings: ReviewSettings,
): Steps<ReadonlyMap<string, GroupEvidence>> {
  const groups = new Map<string, Collection>();
  yield* visitNodes(workspace, settings, (node, unit) => {
    const collection = groups.get(unit.group) ?? new Collection(placement.notes, book);
    groups.set(unit.group, collection);
    collection.visit(node, unit);
  });
  return groups;
}

class Collection implements GroupEvidence {
  readonly evidence = new Map<string, Evidence[]>();
  readonly subjects = new Set<string>();
  readonly #notes: WorkspaceNotes;
  readonly #byKind: Dispatch;
  /** A shared section may be visited in two roles. */
  readonly #seen = new Set<string>();
  /** By row, the places of what was found, as long as it is not enough. */
  readonly #found = new Map<string, Set<string>>();

  constructor(notes: WorkspaceNotes, book: EvidenceBook) {
    this.#notes = notes;
    this.#byKind = dispatchOf(book);
  }

  visit(node: ReviewNode, unit: ReviewUnit): void {
    const { section, scope } = unit;
    const { collectors, subjects } = this.#byKind.get(node.kind) ?? noDispatch;
    for (const subject of subjects) this.#look(subject, node, unit);
    for (const collector of collectors) {
      for (const { span, text } of collector.collect(node, scope)) {
        const start = startOf(section, this.#notes);
        this.#add(collector.id, { uri: section.uri, span: shiftSpan(span, start), text });
      }
    }
  }

  #look(subject: RowSubject, node: ReviewNode, { section, scope, database, former }: ReviewUnit): void {
    const { itemId, atLeast, needs } = subject;
    const seen = needs.includes('base') ? former : needs.includes('database') ? database : scope;
    if (seen === undefined || this.subjects.has(itemId) || !subject.isIn(node, seen)) return;
    const places = this.#found.get(itemId) ?? new Set();
    this.#found.set(itemId, places.add(`${section.id} ${node.span.start}`));
    if (places.size >= atLeast) this.subjects.add(itemId);
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

type Dispatch = ReadonlyMap<NodeKind, EvidenceBook>;

const noDispatch: EvidenceBook = { collectors: [], subjects: [] };
const dispatches = new WeakMap<EvidenceBook, Dispatch>();

function dispatchOf(book: EvidenceBook): Dispatch {
  const known = dispatches.get(book);
  if (known !== undefined) return known;
  const kinds = new Set([...book.collectors, ...book.subjects].flatMap(({ on }) => on));
  const isOn = (kind: NodeKind) => (each: { readonly on: readonly NodeKind[] }) => each.on.includes(kind);
  const dispatch = new Map(
    [...kinds].map((kind) => [
      kind,
      { collectors: book.collectors.filter(isOn(kind)), subjects: book.subjects.filter(isOn(kind)) },
    ]),
  );
  dispatches.set(book, dispatch);
  return dispatch;
}
