// GoRules zen collects the rules that fire.
import { ZenEngine } from '@gorules/zen-engine';
import { input, measure } from './rounds.mjs';

const { rules } = input;
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

await measure(async (one) => (await decision.evaluate(one)).result.length);
