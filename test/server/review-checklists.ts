import { type Review, review } from '#core/review.ts';
import type { FileReview } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Source } from '#core/source.ts';
import { finish } from '#core/work/steps.ts';
import { rulebook } from '#rules/rulebook.ts';
import { readClientAbilities } from '#server/client-abilities.ts';
import { checklistMaker, type ServiceChecklist, servicesIn } from '#server/features/checklist-of.ts';
import { type Overview, overviewOf } from '#server/shown/overview.ts';
import { LineIndexes } from '#server/texts/line-indexes.ts';

/** A review of files by name, below `file:///w/`, under every rule, and what the server makes of it. */
export interface ReviewedChecklists {
  readonly review: Review;
  readonly overview: Overview;
  readonly checklists: readonly ServiceChecklist[];
}

const folder = 'file:///w';
const abilities = readClientAbilities({ processId: null, rootUri: null, capabilities: {} });
const documentOf = (uri: string) => ({ uri, version: null });

/** References to files that are not among them count as missing. */
export function reviewChecklists(files: { readonly [name: string]: string }, preset = 'strict'): ReviewedChecklists {
  const sources: readonly Source[] = Object.entries(files).map(([name, text]) => ({ uri: `${folder}/${name}`, text }));
  const settings: ReviewSettings = { folders: [folder], preset, unread: new Map() };
  const first = review(sources, rulebook, settings);
  const unread = new Map(first.wanted.map((uri) => [uri, 'missing'] as const));
  const reviewed = unread.size === 0 ? first : review(sources, rulebook, { ...settings, unread }, first);
  const reviewSettings = { ...settings, unread };
  const shownOf = ({ findings }: FileReview) => findings;
  const context = { review: reviewed, rulebook, abilities, lines: new LineIndexes(), documentOf, shownOf };
  const overview = finish(overviewOf(context, reviewSettings, () => true));
  const setting = { rulebook, reviewSettings, files: { folders: [folder] } };
  const checklists = servicesIn(setting, overview, undefined).map(checklistMaker(setting, reviewed, overview));
  return { review: reviewed, overview, checklists };
}
