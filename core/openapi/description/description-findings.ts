import type { Reference } from '#core/openapi/view.ts';
import { engineFinding } from '#core/place/engine-finding.ts';
import { relativePath } from '#core/project/path-uri.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { decodePercent } from '#core/text/decode-percent.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { EngineRule } from '#core/work/engine-codes.ts';

/** What the engine itself has to say of descriptions: references it does not follow, descriptions it does not review. */
export function descriptionFindings(workspace: Workspace, settings: ReviewSettings): readonly RawFinding[] {
  return [...remoteFindings(workspace), ...unreadFindings(workspace, settings), ...copyFindings(workspace)];
}

/** One finding for each remote file and each file that refers to it, at the first place. */
function remoteFindings(workspace: Workspace): RawFinding[] {
  const references = workspace.descriptions.flatMap((description) => description.remoteReferences());
  return firstOfEachFile(references).map((reference) => {
    const message = `${fileOf(reference)} is not fetched: what it describes is not reviewed. Keep a copy in the workspace to have it read.`;
    return referenceFinding('plumbline/remote-reference', reference, message);
  });
}

/** One finding for each file that is there but was not read; a rule speaks of files that are missing. */
function unreadFindings(workspace: Workspace, { unread, folders }: ReviewSettings): RawFinding[] {
  if (unread.size === 0) return [];
  return workspace.descriptions.flatMap((description) => {
    const references = firstOfEachFile(description.absentReferences());
    if (folders.length === 0) return withoutFolder(references);
    return references.flatMap((reference) => {
      const outcome = description.outcome(reference, unread);
      if (outcome !== 'outside-workspace' && outcome !== 'unread') return [];
      const message =
        outcome === 'outside-workspace'
          ? `${fileOf(reference)} lies outside the workspace and is not read. Open a folder that holds both files.`
          : `${fileOf(reference)} could not be read, and what it describes is not reviewed. It must be a regular file of at most 50 MB that you may read.`;
      return [referenceFinding('plumbline/unread-reference', reference, message)];
    });
  });
}

/** Nothing is read where no folder is open: one finding for all the files that are referred to, at the first. */
function withoutFolder([first, ...others]: readonly Reference[]): RawFinding[] {
  if (first === undefined) return [];
  const count = new Set(others.map(fileOf)).size;
  const also = count === 0 ? ' is' : ` and ${count} more ${count === 1 ? 'file' : 'files'} are`;
  const message = `${fileOf(first)}${also} not read, because no folder is open. Open the folder that holds this file and what it refers to.`;
  return [referenceFinding('plumbline/unread-reference', first, message)];
}

/** One finding for each description that says the same as another one, in its first line. */
function copyFindings({ copies, documents }: Workspace): RawFinding[] {
  return copies.flatMap(({ description, original }) => {
    const { rootUri } = description.context;
    const [first] = description.files.get(rootUri)?.sections ?? [];
    const [reviewed] = documents.get(original)?.sections ?? [];
    if (first === undefined || reviewed === undefined) return [];
    const name = decodePercent(relativePath(rootUri, original));
    const message = `This description says the same as “${name}”, which is reviewed in its place. Remove one of the two, or leave one out with “exclude” in plumbline.yaml.`;
    const related = [{ section: reviewed, span: firstLine(reviewed), message: 'It is reviewed here.' }];
    return [engineFinding('plumbline/same-description', 'info', first, { span: firstLine(first), message, related })];
  });
}

/** A file begins with its first section. */
function firstLine({ text }: Section): Span {
  return { start: 0, end: /^[^\r\n]*/.exec(text)?.[0].length ?? 0 };
}

function firstOfEachFile(references: readonly Reference[]): readonly Reference[] {
  const first = new Map<string, Reference>();
  for (const reference of references) {
    const key = `${reference.section.uri} ${fileOf(reference)}`;
    if (!first.has(key)) first.set(key, reference);
  }
  return [...first.values()];
}

function fileOf({ target }: Reference): string {
  return target.replace(/#.*$/s, '');
}

function referenceFinding(ruleId: EngineRule, { section, targetSpan }: Reference, message: string): RawFinding {
  return engineFinding(ruleId, 'info', section, { span: targetSpan, message });
}
