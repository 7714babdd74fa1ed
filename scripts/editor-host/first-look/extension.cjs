const { commands, Uri, workspace } = require('vscode');

/** What is opened first, within the folder of the examples. */
const example = 'bookshop/openapi.yaml';

/** Opens the example with the checklist beside it, once for each workspace: after a reload it stays as it was left. */
async function activate({ workspaceState }) {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined || workspaceState.get('shown')) return;
  await commands.executeCommand('plumbline.checklist.focus');
  await commands.executeCommand('vscode.open', Uri.joinPath(folder.uri, example), { preview: false });
  await workspaceState.update('shown', true);
}

module.exports = { activate };
