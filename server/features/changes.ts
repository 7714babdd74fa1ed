import type { PlacedSymbol } from '#core/ask/placed-symbol.ts';
import type { Review } from '#core/review.ts';
import type { Span } from '#core/text/span.ts';
import { canonicalUri } from '#files/uri.ts';
import { changesTitle } from '#rules/detectors/change/changes-title.ts';
import { changesIn, changesWithin, type FileChange, ownersIn } from '#server/features/file-changes.ts';
import type { Reviews, Shown, Slices, Texts } from '#server/inputs.ts';
import type { ChangedThing, ChangesState, ToldChange } from '#server/protocol.ts';
import { formerLocation } from '#server/shown/convert.ts';
import { shownText } from '#server/shown/shown-text.ts';

type ChangesInput = Pick<Reviews, 'shownEverywhere'> & Texts & Slices & Pick<Shown, 'contextOf'>;

/** More changes are not listed one by one. */
const most = 1000;

/** What changed in the description or schema that a file belongs to, by operation and model; `null` where it is compared with nothing. */
export async function changes(session: ChangesInput, uri: string): Promise<ChangesState | null> {
  const file = canonicalUri(uri);
  const review = await session.shownEverywhere(file);
  const uris = review && filesWith(file, review);
  if (review?.base === undefined || uris === undefined) return null;
  const things: ChangedThing[] = [];
  const effects: FileChange['effect'][] = [];
  for (const each of uris) {
    const found = changesIn(session, review, each);
    effects.push(...found.map(({ effect }) => effect));
    if (found.length > 0) things.push(...(await thingsIn(session, review, each, found.slice(0, most))));
  }
  return { title: changesTitle(effects, shownText(review.base.name)), things };
}

/** The files of the description or schema, this one first. Undefined where the file is part of neither. */
function filesWith(file: string, { workspace }: Review): readonly string[] | undefined {
  const description = workspace.descriptions.find(({ files }) => files.has(file));
  const schema = workspace.schemas.find((each) => each.has(file));
  const uris = description === undefined ? schema?.documents.map(({ uri }) => uri) : [...description.files.keys()];
  return uris && [...new Set([file, ...uris])];
}

async function thingsIn(
  session: ChangesInput,
  review: Review,
  uri: string,
  found: readonly FileChange[],
): Promise<readonly ChangedThing[]> {
  const owners = await session.finish(ownersIn(uri, review, ({ kind }) => kind !== 'group' && kind !== 'path'));
  const name = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const told = (changed: readonly FileChange[]) => changed.map((change) => toldChange(session, review, change));
  const place = (span: Span) => ({
    uri: session.documents.clientDocument(uri).uri,
    range: session.lines.rangeOf(review, uri, span),
  });
  const owned = owners.flatMap((owner) => {
    const own = changesWithin(found, owner.span);
    return own.length === 0 ? [] : [{ owner, own }];
  });
  const known = new Set(owned.flatMap(({ own }) => own));
  const rest = found.filter((change) => !known.has(change));
  const start = { start: 0, end: 0 };
  const whole = {
    name: shownText(decodeURIComponent(name(uri))),
    kind: 'file',
    place: place(start),
    changes: told(rest),
  };
  return [
    ...(rest.length === 0 ? [] : [whole]),
    ...owned.map(({ owner, own }) => ({ ...thing(owner), place: place(owner.nameSpan), changes: told(own) })),
  ];
}

function thing({ symbol: { kind, name } }: PlacedSymbol): Pick<ChangedThing, 'name' | 'kind'> {
  return { name: shownText(name), kind };
}

function toldChange(session: ChangesInput, review: Review, { finding, effect }: FileChange): ToldChange {
  const context = session.contextOf(review);
  const former = finding.related.find(({ formerIn }) => formerIn !== undefined);
  const was = former && formerLocation(former, context);
  const place = {
    uri: session.documents.clientDocument(finding.uri).uri,
    range: session.lines.rangeOf(review, finding.uri, finding.span),
  };
  return { message: shownText(finding.message), place, ...(effect && { effect }), ...(was && { was }) };
}
