import { sectionMark } from '#core/text/section.ts';
import type { TreeSource } from '#core/tree/cut/cut-document.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { treeDocument } from '#core/tree/tree-document.ts';
import { failureProblem, internalError } from '#core/work/failure.ts';

/** A file that cannot even be cut, owing to a mistake of ours: one section that says so. */
export function unreadTree({ uri, language, outline, text }: TreeSource, error: unknown): TreeDocument {
  const section = {
    [sectionMark]: true,
    kind: 'tree',
    id: `${uri}#`,
    uri,
    language,
    pointer: [],
    text,
    key: undefined,
    tree: undefined,
    isHeader: false,
    problems: [failureProblem(error)],
  } as const;
  return treeDocument({ uri, language, outline, text, isCutByLines: false }, [section], [0]);
}

/** True for such a file: an edit of it has nothing to start from. */
export function isUnreadTree({ sections }: TreeDocument): boolean {
  const [first, second] = sections;
  return second === undefined && first?.problems[0]?.code === internalError;
}
