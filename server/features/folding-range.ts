import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import { foldsOf } from '#core/ask/folds-of.ts';
import { canonicalUri } from '#files/uri.ts';
import { navigatesAt } from '#server/navigation-at.ts';
import type { Session } from '#server/session.ts';

/**
 * What folds in a YAML or Prisma file. Editors fold by indentation where nobody says better: a list that is not indented below its key,
 * and a block whose fields are not, cannot be folded so. `null`: the editor's own folds are as good.
 */
export async function foldingRanges(
  session: Session,
  { textDocument }: FoldingRangeParams,
): Promise<FoldingRange[] | null> {
  const uri = canonicalUri(textDocument.uri);
  if (!navigatesAt(session, 'folding', uri)) return null;
  const review = await session.shown(uri);
  if (review === undefined) return null;
  const lines = session.lines.of(review, uri);
  const lineAt = (offset: number) => lines.positionAt(offset).line;
  const folds = foldsOf(uri, review.workspace, lineAt, session.abilities.foldLimit);
  return folds.length === 0
    ? null
    : folds.map(({ start, end, isRegion }) => ({
        startLine: start,
        endLine: end,
        ...(isRegion ? { kind: FoldingRangeKind.Region } : {}),
      }));
}
