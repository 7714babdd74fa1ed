import type { CodeLens, CodeLensParams, Location } from 'vscode-languageserver';
import type { PlacedSymbol } from '#core/ask/placed-symbol.ts';
import { symbolsOf } from '#core/ask/symbols-of.ts';
import { singleFindings } from '#core/place/folded-findings.ts';
import { byPlace } from '#core/place/placed-finding.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { Span } from '#core/text/span.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';
import { canonicalUri } from '#files/uri.ts';
import { changeEffect, tellsChange } from '#rules/detectors/change/change-effect.ts';
import { changesTitle } from '#rules/detectors/change/changes-title.ts';
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
  const owners = await session.finish(ownersIn(uri, review));
  const lens = (span: Span, own: readonly Change[]): CodeLens => {
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
    const own = within(changes, span);
    return own.length === 0 ? [] : [lens(nameSpan, own)];
  });
  return [lens(first, changes), ...ofOwners];
}

interface Change {
  readonly finding: ReviewFinding;
  readonly effect: ReturnType<typeof changeEffect>;
}

/** In text order. */
function changesIn(session: LensInput, review: Review, uri: string): readonly Change[] {
  const file = review.files.get(uri);
  if (file === undefined || review.base === undefined) return [];
  const { rulebook, shownOf } = session.contextOf(review);
  const rules = new Map(rulebook.rules.filter(tellsChange).map((rule) => [rule.id as string, rule]));
  const changes = [...singleFindings(shownOf(file))].filter((each) => each.uri === uri).sort(byPlace);
  return changes.flatMap((finding) => {
    const rule = rules.get(finding.ruleId);
    if (rule === undefined) return [];
    return [{ finding, effect: finding.severity === 'error' ? changeEffect(rule) : undefined }];
  });
}

/** The operations and models of a file, in text order. */
function* ownersIn(uri: string, { workspace }: Review): Steps<readonly PlacedSymbol[]> {
  const owners: PlacedSymbol[] = [];
  const pending = [...(yield* symbolsOf(uri, workspace))].reverse();
  const pace = new Pace();
  for (let placed = pending.pop(); placed !== undefined; placed = pending.pop()) {
    if (pace.isDue(cost.passed)) yield;
    const { kind } = placed.symbol;
    if (kind === 'operation' || kind === 'model') owners.push(placed);
    else if (kind === 'group' || kind === 'path') pending.push(...[...placed.children].reverse());
  }
  return owners;
}

/** Those that begin in a span, found by halving. */
function within(changes: readonly Change[], { start, end }: Span): readonly Change[] {
  const at = (offset: number): number => {
    let [low, high] = [0, changes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle]?.finding.span.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return changes.slice(at(start), at(end));
}
