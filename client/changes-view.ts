import type { LanguageClient } from 'vscode-languageclient/node';
import { type ChangeNode, changeNodes } from '#client/change-node.ts';
import { EditedFileView } from '#client/edited-file-view.ts';
import { request } from '#client/request.ts';

/** What changed in the file that is edited, and in those it belongs with, against the commit it is compared with. */
export class ChangesView extends EditedFileView<ChangeNode> {
  constructor(client: LanguageClient) {
    super(client, 'plumbline.changes', async (uri) => {
      const state = await request(client, 'plumbline/changes', { uri }).catch(() => null);
      return state === null ? undefined : { title: state.title, nodes: changeNodes(state) };
    });
  }
}
