import { markdownLine } from '#cli/markdown-text.ts';
import type { Report } from '#cli/report.ts';
import type { ReviewedFiles } from '#cli/writable-review.ts';
import type { VersionAdvice } from '#core/change/version-advice.ts';
import { singlesWithin } from '#core/place/findings-within.ts';
import { visitNodes } from '#core/project/visit-nodes.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { Rule } from '#core/rule.ts';
import { finish } from '#core/work/steps.ts';
import { additionsOf } from '#rules/detectors/change/additions.ts';
import { changeEffect, tellsChange } from '#rules/detectors/change/change-effect.ts';

/** What is to be known to write a change log, beside the report. */
export interface ChangelogSetting {
  readonly rules: readonly Rule[];
  readonly versions: readonly VersionAdvice[];
  readonly folders: readonly string[];
  readonly isShown: (uri: string) => boolean;
}

/** The parts of what is told of one description or schema, in this order. */
const parts = {
  breaks: 'Breaks clients',
  data: 'Data',
  changed: 'Changed',
  added: 'Added',
  deprecated: 'Deprecated',
} as const;

type Part = keyof typeof parts;

/** A change log for people, in Markdown: what breaks, changed, came and is on its way out, for each description and schema. */
export function changelog(
  review: ReviewedFiles,
  { places }: Pick<Report, 'places'>,
  setting: ChangelogSetting,
): string {
  const { base, workspace } = review;
  if (base === undefined || workspace === undefined) return '';
  const lines = new Lines();
  const rules = new Map(setting.rules.filter(tellsChange).map((rule) => [rule.id as string, rule]));
  for (const finding of [...singlesWithin(review.files.values(), setting.isShown).values()].flat()) {
    const rule = rules.get(finding.ruleId);
    if (rule !== undefined)
      lines.add(rootOf(finding.uri, workspace), partOf(finding, rule), markdownLine(finding.message));
  }
  const settings = { folders: setting.folders, preset: 'recommended', unread: workspace.unread, base };
  const visiting = visitNodes(workspace, settings, (node, { former, section }) => {
    if (former === undefined || !setting.isShown(section.uri)) return;
    const root = rootOf(section.uri, workspace);
    for (const { kind, says } of additionsOf(node, former)) lines.add(root, kind, markdownLine(says));
  });
  finish(visiting);
  const told = lines.roots.map((root) => {
    const version = setting.versions.find(({ uri }) => uri === root);
    const path = markdownLine(places.pathOf(root));
    const title =
      version === undefined || version.before === version.after ? path : `${path} ${version.before} → ${version.after}`;
    return [`## ${title}`, ...lines.of(root)].join('\n\n');
  });
  const none = told.length === 0 ? ['Nothing changed that others would notice.'] : told;
  return `${[`# Changes since ${markdownLine(base.name)}`, ...none].join('\n\n')}\n`;
}

/** Lines by root and part; the same line is told once. */
class Lines {
  readonly #byRoot = new Map<string, Map<Part, Set<string>>>();

  get roots(): readonly string[] {
    return [...this.#byRoot.keys()].sort();
  }

  add(root: string, part: Part, line: string): void {
    const byPart = this.#byRoot.get(root) ?? new Map<Part, Set<string>>();
    this.#byRoot.set(root, byPart);
    byPart.set(part, (byPart.get(part) ?? new Set()).add(line));
  }

  of(root: string): readonly string[] {
    const byPart = this.#byRoot.get(root);
    return (Object.keys(parts) as Part[]).flatMap((part) => {
      const lines = [...(byPart?.get(part) ?? [])];
      return lines.length === 0 ? [] : [`### ${parts[part]}\n\n${lines.map((line) => `- ${line}`).join('\n')}`];
    });
  }
}

function partOf({ severity }: ReviewFinding, rule: Rule): Part {
  const effect = severity === 'error' ? changeEffect(rule) : undefined;
  if (effect === undefined) return 'changed';
  return effect === 'breaks-clients' ? 'breaks' : 'data';
}

/** The root of the description that a file is part of; of a schema its first file. */
function rootOf(uri: string, { descriptions, schemas }: Workspace): string {
  const description = descriptions.find(({ files }) => files.has(uri));
  const schema = schemas.find((each) => each.has(uri));
  return description?.context.rootUri ?? schema?.documents[0]?.uri ?? uri;
}
