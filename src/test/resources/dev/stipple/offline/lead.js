// Leads people through the interview of an exported folder: a line of JSON in for each person, a line out.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

// The script begins on a page, which is not there.
globalThis.document = {currentScript: {src: "file:///"}, addEventListener: () => {}};
vm.runInThisContext(fs.readFileSync(path.join(process.argv[2], "stipple.js"), "utf8"));
const MARKS = ["NO", "OPEN", "YES"];

require("readline").createInterface({input: process.stdin}).on("line", line => {
  const {answers, certain, ticks} = JSON.parse(line);
  const interview = Stipple.interview;
  const next = interview.course(answers, certain).next();
  const pages = interview.pages().filter(page => ticks[page.id] !== undefined);
  const after = page => new Map(Object.entries(ticks[page.id]).map(([id, mark]) => [id, MARKS.indexOf(mark)]));
  process.stdout.write(JSON.stringify({
    next: next === undefined ? null : next.id,
    denied: interview.denied(answers).map(each => each.id),
    marks: Object.fromEntries(pages.map(page =>
      [page.id, Object.fromEntries([...interview.marks(page, answers)].map(([id, mark]) => [id, MARKS[mark]]))])),
    ticked: Object.fromEntries(pages.map(page => [page.id, interview.tick(page, answers, after(page))])),
  }) + "\n");
});
