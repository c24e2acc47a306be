// Assesses answers with the scripts of an exported folder: a line of JSON in for each person, a line out.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const [folder, day] = process.argv.slice(2);
// The script begins on a page, which is not there.
globalThis.document = {currentScript: {src: "file:///"}, addEventListener: () => {}};
vm.runInThisContext(fs.readFileSync(path.join(folder, "stipple.js"), "utf8"));
const summary = (assessment, tag) => {
  const all = Stipple.summary.of(assessment, tag, new Date(day));
  return {...all, general: all.general.length};
};
const told = found => found.map(each =>
  [each.rule.id, each.standsOn.map(Stipple.answers.pointer), each.wait === null ? null : each.wait.amount + " " + each.wait.unit]);

require("readline").createInterface({input: process.stdin}).on("line", line => {
  const answers = JSON.parse(line);
  const assessment = Stipple.assess(answers);
  process.stdout.write(JSON.stringify({
    possible: assessment.possible,
    verdict: assessment.verdict,
    isLoose: assessment.isLoose,
    findings: told(assessment.findings),
    plan: told(assessment.plan),
    deciding: assessment.deciding.map(Stipple.answers.pointer),
    summaries: [...Stipple.languages.keys()].map(tag => summary(assessment, tag)),
  }) + "\n");
});
