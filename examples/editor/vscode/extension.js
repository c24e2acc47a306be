const path = require("path");
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

/** Starts `stipple lsp` for the rules folder that is open, or that lies in the folder that is open. */
async function activate(context) {
  const [questionnaire] = await workspace.findFiles("**/questionnaire.yaml", "**/node_modules/**", 1);
  if (!questionnaire) {
    return;
  }
  const rules = path.dirname(questionnaire.fsPath);
  const [command, ...args] = workspace.getConfiguration("stipple").get("command");
  const opened = workspace.getWorkspaceFolder(questionnaire);
  const server = { command, args: [...args, "lsp", rules], options: { cwd: opened && opened.uri.fsPath } };
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
