// Reads {rules: [{name, conditions: {field: expression}}], cases: [{field: number}], fired: [count]} from standard input, has
// GoRules zen collect the rules that fire, and prints the microseconds of a case: the best round, and processor time.
import { ZenEngine } from '@gorules/zen-engine';
import { readFileSync } from 'node:fs';

const { rules, cases, fired } = JSON.parse(readFileSync(0, 'utf8'));
const fields = [...new Set(rules.flatMap((rule) => Object.keys(rule.conditions)))];
const anything = Object.fromEntries(fields.map((field) => [field, '']));
const decision = new ZenEngine().createDecision({
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode' },
    {
      id: 'table',
      name: 'table',
      type: 'decisionTableNode',
      content: {
        hitPolicy: 'collect',
        inputs: fields.map((field) => ({ id: field, name: field, type: 'expression', field })),
        outputs: [{ id: 'rule', name: 'rule', type: 'expression', field: 'rule' }],
        rules: rules.map((rule, i) => ({ _id: `r${i}`, rule: `"${rule.name}"`, ...anything, ...rule.conditions })),
      },
    },
    { id: 'out', name: 'out', type: 'outputNode' },
  ],
  edges: [
    { id: 'e1', sourceId: 'in', targetId: 'table' },
    { id: 'e2', sourceId: 'table', targetId: 'out' },
  ],
});

for (let i = 0; i < cases.length; i++) {
  const { result } = await decision.evaluate(cases[i]);
  if (result.length !== fired[i]) {
    throw new Error(`zen does not agree on case ${i}: ${result.length} instead of ${fired[i]}`);
  }
}
const rounds = 20;
let best = Infinity;
const cpu = process.cpuUsage();
for (let round = 0; round < rounds; round++) {
  const start = process.hrtime.bigint();
  for (const one of cases) {
    await decision.evaluate(one);
  }
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1000 / cases.length);
}
const used = process.cpuUsage(cpu);
console.log(best, (used.user + used.system) / rounds / cases.length);
