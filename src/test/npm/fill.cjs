// Fills in a form page by page in SurveyJS without a browser: what shows and is known of the person is answered.
// Arguments: the package of SurveyJS, the form, the data of the person.
const { readFileSync } = require("node:fs");
const [survey, form, person] = process.argv.slice(2);
const { Model, Version } = require(survey);
const read = (file) => JSON.parse(readFileSync(file, "utf8"));

const said = [];
for (const level of ["log", "warn", "error"]) {
  console[level] = (...words) => said.push(words.join(" "));
}
const model = new Model(read(form));
const faults = (model.jsonErrors ?? []).map((fault) => fault.message);

function answer(questions, known) {
  for (let open = true; open; ) {
    const next = questions().find((each) => each.isVisible && each.getValueName() in known);
    open = next !== undefined;
    if (open) {
      const value = known[next.getValueName()];
      delete known[next.getValueName()];
      fill(next, value);
    }
  }
}

function fill(question, value) {
  if (question.getType() !== "paneldynamic") {
    question.value = value;
    return;
  }
  question.panelCount = value.length;
  value.forEach((entry, i) => answer(() => question.panels[i].questions, entry));
}

const left = read(person);
do {
  answer(() => model.currentPage.questions, left);
} while (!model.isLastPage && model.nextPage());
const kept = structuredClone(left);
model.completeLastPage();

process.stdout.write(
  JSON.stringify({ version: Version, faults, said, left: kept, state: model.state, data: model.data }),
);
