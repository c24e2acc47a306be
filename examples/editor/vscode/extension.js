const fs = require("fs");
const path = require("path");
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

/** What starts Stipple: the command that is set; otherwise ./stipple where it is there, as it starts faster. */
function start(folder) {
  const settings = workspace.getConfiguration("stipple");
  const { globalValue, workspaceValue, workspaceFolderValue } = settings.inspect("command");
  const script = folder && path.join(folder, "stipple");
  const isSet = globalValue || workspaceValue || workspaceFolderValue;
  return isSet || !script || !fs.existsSync(script) ? settings.get("command") : [script];
}

/** Starts `stipple lsp` for the rules folder that is open, or that lies in the folder that is open. */
async function activate(context) {
  const [questionnaire] = await workspace.findFiles("**/questionnaire.yaml", "**/node_modules/**", 1);
  if (!questionnaire) {
    return;
  }
  const rules = path.dirname(questionnaire.fsPath);
  const opened = workspace.getWorkspaceFolder(questionnaire);
  const cwd = opened && opened.uri.fsPath;
  const [command, ...args] = start(cwd);
  const server = { command, args: [...args, "lsp", rules], options: { cwd } };
  client = new LanguageClient("stipple", "Stipple", server, {
    documentSelector: [{ scheme: "file", pattern: path.join(rules, "**/*.{drl,yaml}") }],
    synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.{drl,yaml,md,svg}") },
  });
  context.subscriptions.push(client);
  await client.start();
}

function deactivate() {
  return client && client.stop();
}

module.exports = { activate, deactivate };
