// Cedar names the policies that permit: a policy a rule, parsed once.
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import { input, measure } from './rounds.mjs';

const staticPolicies = Object.fromEntries(
  input.rules.map(({ name, conditions }) => {
    const when = Object.entries(conditions).map(([field, comparison]) => `context.${field} ${comparison}`);
    return [name, `permit(principal, action, resource) when { ${when.join(' && ')} };`];
  }),
);
const parsed = cedar.preparsePolicySet('flat', { staticPolicies });
if (parsed.type !== 'success') {
  throw new Error(JSON.stringify(parsed));
}
const entity = (type) => ({ type, id: 'x' });
await measure((context) => {
  const answer = cedar.statefulIsAuthorized({
    principal: entity('P'),
    action: entity('Action'),
    resource: entity('R'),
    context,
    preparsedPolicySetId: 'flat',
    validateRequest: false,
    entities: [],
  });
  if (answer.type !== 'success') {
    throw new Error(JSON.stringify(answer));
  }
  return answer.response.diagnostics.reason.length;
});
