import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver';
import { type Definition, definitionOf } from '#core/ask/definition-of.ts';
import { referencesTo } from '#core/ask/references-to.ts';
import type { Review } from '#core/review.ts';
import type { Steps } from '#core/work/steps.ts';
import { canonicalUri } from '#files/uri.ts';
import type { Client, Reviews, Slices, Texts } from '#server/inputs.ts';
import { navigatesIn } from '#server/navigates.ts';

type DefinitionInput = Pick<Reviews, 'shownEverywhere'> &
  Texts &
  Slices &
  Client<'deferredNavigation' | 'linksDefinitions'>;

/** Where the text under the cursor leads. What is declared there leads to itself, so that editors show where it is used. */
export async function definition(
  session: DefinitionInput,
  { textDocument, position }: DefinitionParams,
): Promise<Location[] | LocationLink[] | null> {
  const uri = canonicalUri(textDocument.uri);
  const review = await session.shownEverywhere(uri);
  if (review === undefined) return null;
  const offset = session.lines.of(review, uri).offsetAt(position);
  const known = definitionOf(review.workspace, uri, offset);
  const feature = known?.kind === 'ref' ? 'refDefinition' : 'definition';
  if (!navigatesIn(review, uri, feature, session.abilities)) return null;
  const found = known ?? (await session.finish(declarationAt(review, uri, offset)));
  return found === undefined ? null : linksOf(found, { session, review, uri });
}

type Way = Pick<Definition, 'origin' | 'targets'>;

function* declarationAt({ workspace }: Review, uri: string, offset: number): Steps<Way | undefined> {
  const [declaration, use] = yield* referencesTo(workspace, uri, offset);
  if (declaration === undefined || use === undefined || use.kind === 'declaration') return undefined;
  const { span } = declaration;
  return { origin: span, targets: [{ kind: use.kind, uri: declaration.uri, span, name: span }] };
}

interface Asked {
  readonly session: DefinitionInput;
  readonly review: Review;
  readonly uri: string;
}

function linksOf({ origin, targets }: Way, { session, review, uri }: Asked): Location[] | LocationLink[] {
  const { lines, documents, abilities } = session;
  if (!abilities.linksDefinitions) {
    return targets.map((target): Location => {
      const range = lines.rangeOf(review, target.uri, target.name);
      return { uri: documents.clientDocument(target.uri).uri, range };
    });
  }
  const originSelectionRange = lines.rangeOf(review, uri, origin);
  return targets.map(
    (target): LocationLink => ({
      originSelectionRange,
      targetUri: documents.clientDocument(target.uri).uri,
      targetRange: lines.rangeOf(review, target.uri, target.span),
      targetSelectionRange: lines.rangeOf(review, target.uri, target.name),
    }),
  );
}
