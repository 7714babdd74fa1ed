import { externalTexts } from '#core/ask/external-texts.ts';
import { groupsOf } from '#core/ask/groups-of.ts';
import { lostReferences } from '#core/ask/lost-references.ts';
import { regionMarks } from '#core/ask/region-marks.ts';
import { soughtSymbols } from '#core/ask/sought-symbols.ts';
import { rolesIn } from '#core/ask/symbol-roles.ts';
import { rootRole } from '#core/openapi/description/section-role.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Section, SourceDocument } from '#core/text/section.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** What is kept takes about four times the memory of its text, so for more text, in UTF-16 units, it is looked for when it is asked for. */
const mostText = 20_000_000;

/**
 * Looks for all that is kept with the sections of files once somebody asks for it (symbols, names, texts that lead to other files, marks
 * of regions, references), so that the first one need not wait for it. What was there before an edit is there after it. In steps.
 */
export function* askAhead(uris: readonly string[], workspace: Workspace): Steps<void> {
  let text = 0;
  for (const uri of uris) {
    const document = workspace.documents.get(uri);
    text += document?.starts.at(-1) ?? 0;
    if (document !== undefined && text <= mostText) yield* askOf(document, workspace);
  }
}

/** Nobody waits for a longer section, in UTF-16 units, who has not asked: what is done with one is one step. */
const longestSection = 100_000;

/** True for a file of which all that is kept is looked for ahead: none of its sections is longer. */
export function isAskedAhead(uri: string, { documents }: Workspace): boolean {
  const sections: readonly Section[] = documents.get(uri)?.sections ?? [];
  return sections.every(({ text }) => text.length <= longestSection);
}

function* askOf({ uri, sections }: SourceDocument, workspace: Workspace): Steps<void> {
  const all: readonly Section[] = sections;
  const groups = groupsOf(workspace, uri);
  const roleOf = rolesIn(uri, allDescriptions(workspace));
  const pace = new Pace();
  for (const section of all) {
    if (section.text.length > longestSection) continue;
    const role = section.kind === 'tree' ? roleOf(section) : rootRole;
    if (role === undefined) continue;
    soughtSymbols(section, role);
    for (const { usesIn } of groups) usesIn(section);
    if (section.kind === 'tree') {
      externalTexts(section);
      regionMarks(section);
    }
    if (pace.isDue(section.text.length * cost.asked)) yield;
  }
  yield* followAhead(uri, all, workspace);
}

/** What leads nowhere in a file; where a section is too long, only what the others refer to. */
function* followAhead(uri: string, sections: readonly Section[], workspace: Workspace): Steps<void> {
  const isShort = ({ text }: Section): boolean => text.length <= longestSection;
  if (sections.every(isShort)) yield* lostReferences(uri, workspace);
  const pace = new Pace();
  for (const description of allDescriptions(workspace).filter(({ files }) => files.has(uri))) {
    for (const { section, references } of description.extractsOf(uri).filter((extract) => isShort(extract.section))) {
      if (pace.isDue(section.text.length * cost.asked + references.length)) yield;
    }
  }
}
