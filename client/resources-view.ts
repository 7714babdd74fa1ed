import type { LanguageClient } from 'vscode-languageclient/node';
import { EditedFileView } from '#client/edited-file-view.ts';
import { request } from '#client/request.ts';
import { type ResourceNode, resourceNodes } from '#client/resource-node.ts';

/** The resources of the description that is edited, with their operations, present and missing. */
export class ResourcesView extends EditedFileView<ResourceNode> {
  constructor(client: LanguageClient) {
    super(client, 'plumbline.resources', async (uri) => {
      const state = await request(client, 'plumbline/resources', { uri }).catch(() => null);
      return state === null ? undefined : { title: state.title, nodes: resourceNodes(uri, state.resources) };
    });
  }
}
