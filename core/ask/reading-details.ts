import { type LostReference, lostReferences } from '#core/ask/lost-references.ts';
import { sectionStarts } from '#core/ask/section-starts.ts';
import { sectionSymbols } from '#core/ask/section-symbols.ts';
import { rolesIn } from '#core/ask/symbol-roles.ts';
import type { Description } from '#core/openapi/description/description.ts';
import type { SectionRole } from '#core/openapi/description/section-role.ts';
import { type StrayKey, strayKeys } from '#core/openapi/description/stray-keys.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Section, SyntaxProblem } from '#core/text/section.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';
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
  readAs(): readonly string[];
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
  const descriptions = allDescriptions(workspace);
  const roleOf = rolesIn(uri, descriptions);
  const sections: SectionReading[] = [];
  const unclear: UnclearText[] = [];
  let start = 0;
  for (const section of all) {
    const end = start + section.text.length;
    const role = section.kind === 'tree' ? roleOf(section) : undefined;
    if (section.kind !== 'tree' || role !== undefined) sections.push(new ReadSection(section, role, { start, end }));
    if (section.problems.length > 0 && !isUnderstood(section)) unclear.push(...section.problems.map(unclearAt(start)));
    start = end;
  }
  yield;
  for (const { key, start } of strayKeysOf(uri, descriptions)) {
    unclear.push({ span: shiftSpan(key.span, start), message: `OpenAPI has no “${key.value}” here.` });
  }
  unclear.sort((a, b) => a.span.start - b.span.start);
  return { sections, lost: yield* lostReferences(uri, workspace), unclear };
}

/** What stands at the root, or among the components, of a description, and is no part of one. */
function strayKeysOf(uri: string, descriptions: readonly Description[]): readonly PlacedKey[] {
  const root = descriptions.find(({ context }) => context.rootUri === uri)?.files.get(uri);
  const stray = root === undefined ? [] : strayKeys(root);
  if (root === undefined || stray.length === 0) return [];
  const starts = sectionStarts(root);
  return stray.map(({ section, key }) => ({ key, start: starts.get(section) ?? 0 }));
}

/** A key, and where its section begins. */
type PlacedKey = Pick<StrayKey, 'key'> & { readonly start: number };

function unclearAt(start: number): (problem: SyntaxProblem) => UnclearText {
  return ({ span, message }) => ({ span: shiftSpan(span, start), message });
}

/** There may be thousands, of which few are shown. */
class ReadSection implements SectionReading {
  readonly span: Span;
  readonly #section: Section;
  readonly #role: SectionRole | undefined;

  constructor(section: Section, role: SectionRole | undefined, span: Span) {
    this.#section = section;
    this.#role = role;
    this.span = span;
  }

  readAs(): readonly string[] {
    return readAs(this.#section, this.#role);
  }
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
