import type { LanguageClient } from 'vscode-languageclient/node';
import { type DataMapNode, dataMapNodes } from '#client/data-map-node.ts';
import { EditedFileView } from '#client/edited-file-view.ts';
import { request } from '#client/request.ts';

/** Which schemas of the description that is edited are which models of the database. */
export class DataMapView extends EditedFileView<DataMapNode> {
  constructor(client: LanguageClient) {
    super(client, 'plumbline.dataMap', async (uri) => {
      const state = await request(client, 'plumbline/dataMap', { uri }).catch(() => null);
      return state === null ? undefined : { title: state.title, nodes: dataMapNodes(uri, state) };
    });
  }
}
