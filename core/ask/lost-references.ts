import { sectionStarts } from '#core/ask/section-starts.ts';
import type { Description, UnreadFiles } from '#core/openapi/description/description.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReferenceOutcome } from '#core/rule.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** A reference that leads nowhere, or of whose target nothing is known. Its span counts from the start of the file. */
export interface LostReference {
  readonly span: Span;
  readonly target: string;
  readonly outcome: Exclude<ReferenceOutcome, 'found'>;
}

type Lost = LostReference & { readonly section: TreeSection };

/** Those of a file, in any description it is part of, in text order. Looked for once in each description. In steps. */
export function* lostReferences(
  uri: string,
  workspace: Pick<Workspace, 'documents' | 'descriptions' | 'unread'>,
): Steps<readonly LostReference[]> {
  const document = documentOfKind(workspace, uri, 'tree');
  if (document === undefined) return [];
  const lost = new Map<number, LostReference>();
  for (const description of workspace.descriptions.filter(({ files }) => files.has(uri))) {
    for (const { section, span: own, target, outcome } of yield* lostIn(uri, description, workspace.unread)) {
      const span = shiftSpan(own, sectionStarts(document).get(section) ?? 0);
      lost.set(span.start, { span, target, outcome });
    }
  }
  return [...lost.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Their spans count from the start of their sections. */
function* lostIn(uri: string, description: Description, unread: UnreadFiles): Steps<readonly Lost[]> {
  const ofFiles = known.get(description) ?? new Map<string, Known>();
  known.set(description, ofFiles);
  const before = ofFiles.get(uri);
  if (before?.unread === unread) return before.lost;
  const lost: Lost[] = [];
  const pace = new Pace();
  for (const { section, references } of description.extractsOf(uri)) {
    if (pace.isDue(section.text.length * cost.asked)) yield;
    for (const reference of references) {
      if (pace.isDue(cost.followed)) yield;
      const outcome = description.outcome(reference, unread);
      if (outcome !== 'found') lost.push({ section, span: reference.targetSpan, target: reference.target, outcome });
    }
  }
  ofFiles.set(uri, { unread, lost });
  return lost;
}

interface Known {
  readonly unread: UnreadFiles;
  readonly lost: readonly Lost[];
}

const known = new WeakMap<Description, Map<string, Known>>();
