import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import { foldsOf } from '#core/ask/folds-of.ts';
import { canonicalUri } from '#files/uri.ts';
import type { Client, Reviews, Slices, Texts } from '#server/inputs.ts';
import { navigatesIn } from '#server/navigates.ts';

type FoldsInput = Pick<Reviews, 'shown'> & Pick<Texts, 'lines'> & Slices & Client<'deferredNavigation' | 'foldLimit'>;

/**
 * What folds in a YAML or Prisma file. Editors fold by indentation where nobody says better: a list that is not indented below its key,
 * and a block whose fields are not, cannot be folded so. `null`: the editor's own folds are as good.
 */
export async function foldingRanges(
  session: FoldsInput,
  { textDocument }: FoldingRangeParams,
): Promise<FoldingRange[] | null> {
  const uri = canonicalUri(textDocument.uri);
  const review = await session.shown(uri);
  if (review === undefined || !navigatesIn(review, uri, 'folding', session.abilities)) return null;
  const lines = session.lines.of(review, uri);
  const lineAt = (offset: number) => lines.positionAt(offset).line;
  const folds = await session.finish(foldsOf(uri, review.workspace, lineAt, session.abilities.foldLimit));
  return folds.length === 0
    ? null
    : folds.map(({ start, end, isRegion }) => ({
        startLine: start,
        endLine: end,
        ...(isRegion ? { kind: FoldingRangeKind.Region } : {}),
      }));
}
