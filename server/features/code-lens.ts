import type { CodeLens, CodeLensParams, Location } from 'vscode-languageserver';
import type { Span } from '#core/text/span.ts';
import { canonicalUri } from '#files/uri.ts';
import { changesTitle } from '#rules/detectors/change/changes-title.ts';
import { changesIn, changesWithin, type FileChange, ownersIn } from '#server/features/file-changes.ts';
import type { Client, Reviews, Shown, Slices, Texts } from '#server/inputs.ts';
import type { ChangesTarget, ServerSettings } from '#server/protocol.ts';
import { shownText } from '#server/shown/shown-text.ts';

type LensInput = Pick<Reviews, 'shown'> &
  Texts &
  Slices &
  Pick<Shown, 'contextOf'> &
  Client<'commands'> & { readonly settings: Pick<ServerSettings, 'changeLens'> };

/** Of a file with more, no more places are handed out. */
const mostPlaces = 200;

/** What changed in a file, and in each of its operations and models, against what it is compared with. `null`: there is nothing to tell. */
export async function codeLenses(session: LensInput, { textDocument }: CodeLensParams): Promise<CodeLens[] | null> {
  const uri = canonicalUri(textDocument.uri);
  const review = session.settings.changeLens ? await session.shown(uri) : undefined;
  const changes = review && changesIn(session, review, uri);
  if (review === undefined || changes === undefined || changes.length === 0) return null;
  const owners = await session.finish(ownersIn(uri, review, ({ kind }) => kind === 'operation' || kind === 'model'));
  const lens = (span: Span, own: readonly FileChange[]): CodeLens => {
    const range = session.lines.rangeOf(review, uri, span);
    const effects = own.map(({ effect }) => effect);
    const title = changesTitle(effects, shownText(review.base?.name ?? ''));
    if (!session.abilities.commands.has('plumbline.showChanges')) return { range, command: { title, command: '' } };
    const places = own.slice(0, mostPlaces).map(({ finding }): Location => {
      return { uri: textDocument.uri, range: session.lines.rangeOf(review, uri, finding.span) };
    });
    const target: ChangesTarget = { uri: textDocument.uri, position: range.start, places };
    return { range, command: { title, command: 'plumbline.showChanges', arguments: [target] } };
  };
  const first = { start: 0, end: 0 };
  const ofOwners = owners.flatMap(({ span, nameSpan }) => {
    const own = changesWithin(changes, span);
    return own.length === 0 ? [] : [lens(nameSpan, own)];
  });
  return [lens(first, changes), ...ofOwners];
}
