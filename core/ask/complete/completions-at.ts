import { type Completions, noCompletions } from '#core/ask/complete/completion.ts';
import { completePrisma } from '#core/ask/complete/prisma/complete-prisma.ts';
import { prisma } from '#core/prisma/language.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import type { ChunkedText } from '#core/text/chunked-text.ts';

/** A file as it is typed: its text may be newer than what is known of the others. */
export interface TypedFile {
  readonly uri: string;
  readonly text: ChunkedText;
}

/** What can be written at an offset of a file; `workspace` is the latest that was read, whatever has been typed since. */
export function completionsAt(workspace: Workspace, { uri, text }: TypedFile, offset: number): Completions {
  if (sourceKindOf(uri).language !== prisma || workspace.prismaCopies.has(uri)) return noCompletions;
  const schema = workspace.schemas.find(({ documents }) => documents.some((each) => each.uri === uri));
  return completePrisma({ uri, text: text.toString(), schema }, offset);
}
