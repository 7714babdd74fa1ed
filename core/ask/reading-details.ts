import { sectionSymbols } from '#core/ask/section-symbols.ts';
import { rolesIn } from '#core/ask/symbol-roles.ts';
import type { Description } from '#core/openapi/description/description.ts';
import type { SectionRole } from '#core/openapi/description/section-role.ts';
import { type StrayKey, strayKeys } from '#core/openapi/description/stray-keys.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReferenceOutcome } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';
import { isUnderstood } from '#core/work/understood.ts';

/** What was read of a file, piece by piece. Spans count from the start of the file. */
export interface ReadingDetails {
  readonly sections: readonly SectionReading[];
  /** References that lead nowhere, or of whose target nothing is known. */
  readonly lost: readonly LostReference[];
  /** What of the text could not be understood. */
  readonly unclear: readonly UnclearText[];
}

/** A piece of the file that is read and judged on its own. */
export interface SectionReading {
  readonly span: Span;
  /** What it is: `path /users`, `schema User`; `#/Order as schema` for what references lead to. Asked of those that are shown. */
  readonly readAs: () => readonly string[];
}

export interface LostReference {
  readonly span: Span;
  readonly target: string;
  readonly outcome: Exclude<ReferenceOutcome, 'found'>;
}

export interface UnclearText {
  readonly span: Span;
  readonly message: string;
}

/** The details of a file that is part of a description or schema, in steps; all in text order. */
export function* readingDetails(uri: string, workspace: Workspace): Steps<ReadingDetails> {
  const document = workspace.documents.get(uri);
  if (document === undefined) return { sections: [], lost: [], unclear: [] };
  const all: readonly Section[] = document.sections;
  const starts = new Map(all.map((section, index) => [section, document.starts[index] ?? 0]));
  const descriptions = allDescriptions(workspace);
  const roleOf = rolesIn(uri, descriptions);
  const sections: SectionReading[] = [];
  const unclear: UnclearText[] = [];
  for (const [section, start] of starts) {
    const role = section.kind === 'tree' ? roleOf(section) : undefined;
    const span = { start, end: start + section.text.length };
    if (section.kind !== 'tree' || role !== undefined) sections.push({ span, readAs: () => readAs(section, role) });
    if (isUnderstood(section)) continue;
    for (const problem of section.problems) {
      unclear.push({ span: shiftSpan(problem.span, start), message: problem.message });
    }
  }
  yield;
  for (const { section, key } of strayKeysOf(uri, descriptions)) {
    const span = shiftSpan(key.span, starts.get(section) ?? 0);
    unclear.push({ span, message: `OpenAPI has no “${key.value}” here.` });
  }
  unclear.sort((a, b) => a.span.start - b.span.start);
  return { sections, lost: yield* lostReferences(uri, workspace, starts), unclear };
}

/** What stands at the root, or among the components, of a description, and is no part of one. */
function strayKeysOf(uri: string, descriptions: readonly Description[]): readonly StrayKey[] {
  const root = descriptions.find(({ context }) => context.rootUri === uri)?.files.get(uri);
  return root === undefined ? [] : strayKeys(root);
}

function readAs(section: Section, role: SectionRole | undefined): readonly string[] {
  if (role?.kind === 'fragment') {
    return role.targets.map(({ pointer, to }) => {
      const kind = to.replace(/^openapi\./, '');
      return pointer.length === 0 ? `whole file as ${kind}` : `#${formatPointer(pointer)} as ${kind}`;
    });
  }
  return sectionSymbols(section, role).map(({ kind, name }) => {
    const isPlain = kind === name || kind === 'key' || kind === 'group';
    return isPlain ? name : `${kind.replace('prisma-', '')} ${name}`;
  });
}

function* lostReferences(
  uri: string,
  { descriptions, unread }: Workspace,
  starts: ReadonlyMap<Section, number>,
): Steps<readonly LostReference[]> {
  const lost = new Map<number, LostReference>();
  const pace = new Pace();
  for (const description of descriptions.filter(({ files }) => files.has(uri))) {
    for (const { section, references } of description.extractsOf(uri)) {
      if (pace.isDue(section.text.length * cost.asked)) yield;
      const start = starts.get(section);
      if (start === undefined) continue;
      for (const reference of references) {
        if (pace.isDue(cost.followed)) yield;
        const outcome = description.outcome(reference, unread);
        if (outcome === 'found') continue;
        const span = shiftSpan(reference.targetSpan, start);
        lost.set(span.start, { span, target: reference.target, outcome });
      }
    }
  }
  return [...lost.values()].sort((a, b) => a.span.start - b.span.start);
}
