import type { WorkspaceEdit } from 'vscode-languageserver';
import { configFor } from '#core/config/nearest-config.ts';
import { type RuleSwitch, switchOff } from '#core/config/switch-off.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Review } from '#core/review.ts';
import { configFileName } from '#core/source.ts';
import { isInFolder } from '#files/uri.ts';
import { type CreationInput, creation } from '#server/features/creation.ts';
import type { Settings, Shown } from '#server/inputs.ts';
import { toWorkspaceEdit } from '#server/shown/convert.ts';

/** What is needed to change a configuration. */
export type TurnOffInput = CreationInput &
  Settings &
  Pick<Shown, 'contextOf'> & {
    readonly files: { readonly unread: ReadonlyMap<string, unknown>; readonly isWalked: boolean };
  };

/** What turning a rule off in the nearest `plumbline.yaml` of a file would write; undefined where the client or the file cannot. */
export function switchFor(
  session: Omit<TurnOffInput, 'contextOf'>,
  review: Review,
  uri: string,
  ruleId: string,
): RuleSwitch | undefined {
  if (ruleId.startsWith('plumbline/')) return undefined;
  const { appliesDocumentChanges, createsFiles } = session.abilities;
  const config = appliesDocumentChanges ? configUri(session, review, uri) : undefined;
  if (config === undefined || session.files.unread.has(config)) return undefined;
  const document = documentOfKind(review.workspace, config, 'tree');
  if (document === undefined && !(createsFiles && session.files.isWalked)) return undefined;
  return switchOff(config, document, ruleId);
}

/** The edit that turns a rule off in the nearest `plumbline.yaml`, creating it in the workspace folder where there is none. */
export function turnOffEdit(
  session: TurnOffInput,
  review: Review,
  uri: string,
  ruleId: string,
): WorkspaceEdit | undefined {
  const made = switchFor(session, review, uri, ruleId);
  if (made === undefined) return undefined;
  if (made.kind === 'new') return creation(session, made.uri, made.text);
  return toWorkspaceEdit([{ uri: made.uri, edits: made.edits }], session.contextOf(review));
}

/** Undefined outside of any workspace folder. */
function configUri({ reviewSettings: { folders } }: Settings, { workspace }: Review, uri: string): string | undefined {
  const known = configFor(uri, workspace.configs, folders).uri;
  if (known !== undefined) return known;
  const [folder] = folders.filter((each) => isInFolder(uri, each)).sort((a, b) => b.length - a.length);
  return folder === undefined ? undefined : `${folder}/${configFileName}`;
}
