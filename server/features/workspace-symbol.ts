import { type SymbolInformation, SymbolTag, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { Client, Reviews, Slices, Texts } from '#server/inputs.ts';
import { navigatesIn } from '#server/navigates.ts';
import { type FoundName, foundNames, mostFound } from '#server/shown/found-name.ts';
import { shownText } from '#server/shown/shown-text.ts';
import { symbolKinds } from '#server/shown/symbol-kinds.ts';

type NamesInput = Pick<Reviews, 'complete'> &
  Texts &
  Slices &
  Client<'deferredNavigation' | 'tagsFoundSymbols'> & {
    /** What fits in the files that are reviewed in the background. */
    foundElsewhere(query: string): Promise<readonly FoundName[]>;
  };

/** Operations, components, models, enums and fields of all files by their names, the best first. */
export async function workspaceSymbols(
  session: NamesInput,
  { query }: WorkspaceSymbolParams,
): Promise<SymbolInformation[] | null> {
  const review = await session.complete();
  if (review === undefined) return null;
  const elsewhere = await session.foundElsewhere(query);
  const isTold = (uri: string) => navigatesIn(review, uri, 'workspaceSymbol', session.abilities);
  const own = await session.finish(foundNames(query, review, session.lines, isTold));
  // What has changed hands meanwhile is told once.
  const all = [...own, ...elsewhere.filter(({ uri }) => !review.files.has(uri))];
  return all
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostFound)
    .map((found) => shownSymbol(found, session));
}

function shownSymbol(found: FoundName, { documents, abilities }: NamesInput): SymbolInformation {
  const { uri, range, kind, name, container, isDeprecated } = found;
  return {
    name: shownText(name),
    kind: symbolKinds[kind],
    location: { uri: documents.clientDocument(uri).uri, range },
    ...(container === '' ? {} : { containerName: shownText(container) }),
    ...(isDeprecated && abilities.tagsFoundSymbols ? { tags: [SymbolTag.Deprecated] } : {}),
  };
}
