import type { WorkspaceEdit } from 'vscode-languageserver';
import { type AnswerPlace, answerChanges, answersAt, emptyAnswersText } from '#core/checklist/answer-changes.ts';
import { type Answer, answeredEvidence } from '#core/checklist/answers.ts';
import { checklistItemIds, type RowState } from '#core/checklist/checklist.ts';
import { cutDocument } from '#core/tree/cut/cut-document.ts';
import { noOutline } from '#core/tree/outline.ts';
import { type AppliedChanges, applyChanges } from '#core/tree/write/apply-changes.ts';
import { canonicalUri } from '#files/uri.ts';
import { checklist } from '#rules/checklist.ts';
import { type ChecklistSetting, checklistMaker, servicesIn } from '#server/features/checklist-of.ts';
import { type CreationInput, creation } from '#server/features/creation.ts';
import type { Overviews, Shown } from '#server/inputs.ts';
import type { AnswerParams } from '#server/protocol.ts';
import { readAnswersFile } from '#server/shown/answers-file.ts';
import { toWorkspaceEdit } from '#server/shown/convert.ts';
import { folderOf, pathIn, ServiceAnswers } from '#server/shown/service-answers.ts';

type AnswerInput = Overviews & ChecklistSetting & CreationInput & Pick<Shown, 'contextOf'>;

const order = [...checklistItemIds(checklist)];

/**
 * The edit that writes an answer into the `plumbline.review.yaml` nearest to the service, creating the file where there is
 * none; all else in the file stays as it is. `null` without a place for it, and when the file cannot be written (broken
 * YAML). `today` is an ISO date.
 */
export async function answer(session: AnswerInput, params: AnswerParams, today: string): Promise<WorkspaceEdit | null> {
  const review = await session.complete();
  if (review === undefined) return null;
  const overview = await session.overview(review);
  const services = servicesIn(session, overview, undefined);
  const id = canonicalUri(params.service).replace(/\/$/, '');
  const service = services.find((each) => each.id === id);
  const files = new ServiceAnswers(review, services, session.files.folders);
  const uri = service && files.uriFor(service);
  if (service === undefined || uri === undefined) return null;
  const known = review.files.get(uri);
  const text = known?.text ?? emptyAnswersText;
  const { sections } = checklistMaker(session, review, overview)(service);
  const row = sections.flatMap(({ items }) => items).find(({ item }) => item.id === params.itemId);
  const isFolder = service.description === undefined && service.schema === undefined;
  const own = isFolder ? undefined : { path: pathIn(folderOf(uri), id), title: service.title };
  const place = { uri, itemId: params.itemId, file: readAnswersFile(uri, text), order };
  const at = { ...place, service: isSharedAlone(place, own, files) ? undefined : own };
  // What an outer answer says is taken back in words.
  const isCovered = at.service !== undefined && files.of(service, place).has(params.itemId);
  const written = writeAnswer(text, at, answerOf(params, row, today) ?? (isCovered ? 'open' : undefined));
  if (written === undefined) return null;
  if (known === undefined) return creation(session, uri, written.text);
  return toWorkspaceEdit([{ uri, edits: written.edits }], session.contextOf(review));
}

/** True for an answer among those for every service that holds for this one alone: it is changed where it stands. */
function isSharedAlone(
  { uri, itemId, file }: Pick<AnswerPlace, 'uri' | 'itemId' | 'file'>,
  own: AnswerPlace['service'],
  files: ServiceAnswers,
): boolean {
  return file.shared.has(itemId) && answersAt({ service: own, file })?.has(itemId) !== true && files.isAlone(uri);
}

function answerOf(
  { answer: given }: AnswerParams,
  row: RowState<unknown, unknown> | undefined,
  when: string,
): Answer | undefined {
  if (given === null) return undefined;
  const evidence = row?.kind === 'human' ? answeredEvidence(row.summary) : undefined;
  return { note: undefined, who: undefined, ...given, when, evidence };
}

/** Undefined when there is no place for the answer. */
function writeAnswer(text: string, place: AnswerPlace, given: Answer | 'open' | undefined): AppliedChanges | undefined {
  const reparse = (newText: string) =>
    cutDocument({ uri: place.uri, text: newText, language: 'yaml', outline: noOutline });
  const document = reparse(text);
  if (document.sections.some(({ problems }) => problems.length > 0)) return undefined;
  const applied = applyChanges(document, answerChanges(place, given), reparse);
  // Taking back what is not there is no failure.
  return applied.skipped.some(({ kind }) => kind !== 'remove') ? undefined : applied;
}
