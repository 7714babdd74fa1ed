import { type Completions, noCompletions } from '#core/ask/complete/completion.ts';
import { completeTree } from '#core/ask/complete/openapi/complete-tree.ts';
import { completePrisma } from '#core/ask/complete/prisma/complete-prisma.ts';
import type { TypedFile } from '#core/ask/complete/typed-file.ts';
import { openApi } from '#core/openapi/language.ts';
import { prisma } from '#core/prisma/language.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { kindOfSource, sourceKindOf } from '#core/source-kind.ts';

/** What can be written at an offset of a file; `workspace` is the latest that was read, whatever has been typed since. */
export function completionsAt(workspace: Workspace, typed: TypedFile, offset: number): Completions {
  const { uri, text } = typed;
  const source = workspace.sources.get(uri);
  const { role, language } = source === undefined ? sourceKindOf(uri) : kindOfSource(source);
  if (role !== 'text') return noCompletions;
  if (language === openApi) return completeTree(workspace, typed, offset);
  if (language !== prisma || workspace.prismaCopies.has(uri)) return noCompletions;
  const schema = workspace.schemas.find((each) => each.has(uri));
  return completePrisma({ uri, text: text.toString(), schema }, offset);
}
