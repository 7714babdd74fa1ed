import { surveyOf } from '#core/project/description-survey.ts';
import { schemaSurveyOf } from '#core/project/schema-survey.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewFix } from '#core/review-finding.ts';
import type { Change } from '#core/rule.ts';

/** What a fix changes, in the workspace of the review it came from; of a fix made of others what they change. */
export function changesOf({ changes, parts }: ReviewFix, workspace: Workspace): readonly Change[] {
  if (parts !== undefined) return parts.flatMap((part) => changesOf(part, workspace));
  if (!('make' in changes)) return changes;
  const { rootUri } = changes;
  const description = workspace.descriptions.find(({ context }) => context.rootUri === rootUri);
  if (description !== undefined) return surveyOf(description, workspace.unread).changes(changes);
  const schema = workspace.schemas.find((one) => one.has(rootUri));
  return schema === undefined ? [] : schemaSurveyOf(schema).changes(changes);
}
