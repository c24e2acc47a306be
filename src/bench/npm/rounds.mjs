// Reads {rules: [{name, conditions: {field: expression}}], cases: [{field: number}], fired: [count]} from standard input, and
// prints the microseconds of a case: the best round, and processor time.
import { readFileSync } from 'node:fs';

export const input = JSON.parse(readFileSync(0, 'utf8'));
const rounds = 20;

/** @param firing how many rules fire on a case */
export async function measure(firing) {
  const { cases, fired } = input;
  for (let i = 0; i < cases.length; i++) {
    const count = await firing(cases[i]);
    if (count !== fired[i]) {
      throw new Error(`case ${i}: ${count} rules fire instead of ${fired[i]}`);
    }
  }
  let best = Infinity;
  const cpu = process.cpuUsage();
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    for (const one of cases) {
      await firing(one);
    }
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1000 / cases.length);
  }
  const used = process.cpuUsage(cpu);
  console.log(best, (used.user + used.system) / rounds / cases.length);
}
