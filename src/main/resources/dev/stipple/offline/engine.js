/*
 * Decides on answers in the browser, as the engine on a server does: what fires, what it stands on, how long to wait, which
 * verdicts are still possible and which questions can still change that. It sends nothing anywhere.
 *
 * Answers are as in JSON: an object a group, a list of objects where a group repeats. What is left out, null or "NOT_SURE" is
 * unknown, and unknown is never No. A list of options with "NOT_SURE" among them is known in part.
 */
"use strict";

const Stipple = (() => {
  const NOT_SURE = "NOT_SURE";
  const NONE = "NONE";

  /** Whether a question is asked; of several conditions the least counts. */
  const NO = 0;
  const OPEN = 1;
  const YES = 2;

  /** In so many ways, at most, unanswered questions are taken to have come to be asked; with more, they are left open. */
  const MOST_WAYS = 64;

  const VERDICTS = ["NOT_SUITABLE", "MEDICAL_CLEARANCE", "DEFER", "SUITABLE_WITH_CONDITIONS", "SUITABLE", "UNDECIDED"];

  let tables = null;
  const languages = new Map();

  /** What can be asked, by the path of the question; and its groups by id. */
  const questions = new Map();
  const groups = new Map();

  function rulebook(given) {
    tables = given;
    given.groups.forEach((group, place) => {
      group.place = place;
      group.byId = new Map();
      groups.set(group.id, group);
      group.questions.forEach((question, index) => {
        question.group = group;
        question.place = index;
        question.path = group.id + "." + question.id;
        question.askedWhen = question.askedWhen || [];
        question.options = question.options || [];
        question.codes = question.options.map(option => option.code);
        group.byId.set(question.id, question);
        questions.set(question.path, question);
      });
    });
    diagram.prepare(given.diagram);
  }

  // ---- Answers

  /** The entries of a group; exactly one, perhaps empty, where the group does not repeat. */
  function entries(answers, group) {
    const given = answers[group.id];
    if (group.repeats) {
      return Array.isArray(given) ? given : [];
    }
    return [given !== null && typeof given === "object" ? given : {}];
  }

  /** Whether it is known which entries a repeating group has. */
  function answered(answers, group) {
    return !group.repeats || Array.isArray(answers[group.id]);
  }

  /** The whole answer to a question; undefined where it is unknown, or known in part only. */
  function value(entry, question) {
    const given = entry[question.id];
    if (given === undefined || given === null || given === NOT_SURE) {
      return undefined;
    }
    if (Array.isArray(given)) {
      return given.includes(NOT_SURE) ? undefined : given.length === 0 ? [NONE] : given;
    }
    return given;
  }

  /** The options that are chosen where it is not known whether others are too; none elsewhere. */
  function chosen(entry, question) {
    const given = entry[question.id];
    return Array.isArray(given) && given.includes(NOT_SURE) ? given.filter(code => code !== NOT_SURE) : [];
  }

  /** Whether something is known of what a question asks, though perhaps not all. */
  function isTold(entry, question) {
    return value(entry, question) !== undefined || chosen(entry, question).length > 0;
  }

  /** An answer as a list of codes; none for a number. */
  function codes(answer) {
    return Array.isArray(answer) ? answer : typeof answer === "number" ? [] : [String(answer)];
  }

  /** Whether an answer is as a requirement wants it. */
  function fulfils(requirement, answer) {
    return typeof answer === "number"
      ? requirement.min <= answer && answer <= requirement.max
      : codes(answer).some(code => requirement.codes.includes(code)) !== Boolean(requirement.negated);
  }

  /** The same of an answer of which a part is known; undefined where it hangs on the rest. */
  function fulfilsInPart(requirement, some) {
    if (some.some(code => requirement.codes.includes(code))) {
      return !requirement.negated;
    }
    const excluded = some.length > 0 && requirement.codes.length === 1 && requirement.codes[0] === NONE;
    return excluded ? Boolean(requirement.negated) : undefined;
  }

  /** The entry that answers the question which a requirement of another one names. */
  function home(answers, requirement, question, entry) {
    const other = questions.get(requirement.question);
    return other.group === question.group ? entry : entries(answers, other.group)[0];
  }

  /** Whether a question is asked of this entry of its group. */
  function asked(answers, question, entry) {
    return question.askedWhen.reduce((least, requirement) => {
      const other = questions.get(requirement.question);
      const there = home(answers, requirement, question, entry);
      const known = value(there, other);
      const accepted = known === undefined
        ? fulfilsInPart(requirement, chosen(there, other))
        : fulfils(requirement, known);
      const own = accepted === undefined
        ? (asked(answers, other, there) === NO ? NO : OPEN)
        : accepted ? YES : NO;
      return Math.min(least, own);
    }, YES);
  }

  /** The answered question because of whose answer another one is not asked; undefined where it is asked, or may be. */
  function because(answers, slot) {
    for (const requirement of slot.question.askedWhen) {
      const other = questions.get(requirement.question);
      const entry = entries(answers, slot.question.group)[slot.entry];
      const there = home(answers, requirement, slot.question, entry);
      const known = value(there, other);
      const accepted = known === undefined
        ? fulfilsInPart(requirement, chosen(there, other))
        : fulfils(requirement, known);
      const up = {group: other.group, entry: other.group === slot.question.group ? slot.entry : 0, question: other};
      if (accepted === false) {
        return up;
      }
      if (accepted === undefined && asked(answers, other, there) === NO) {
        return because(answers, up);
      }
    }
    return undefined;
  }

  /** Every place for an answer that can be decided upon, in the order of the questionnaire. */
  function slots(answers) {
    const all = [];
    for (const group of groups.values()) {
      if (group.repeats) {
        all.push({group, entry: 0, question: null});
      }
      entries(answers, group).forEach((given, entry) => group.questions
        .filter(question => question.type !== "text")
        .forEach(question => all.push({group, entry, question})));
    }
    return all;
  }

  function entryOf(answers, slot) {
    return entries(answers, slot.group)[slot.entry];
  }

  /** Where a slot stands in the answers (RFC 6901). */
  function pointer(slot) {
    return "/" + slot.group.id
      + (slot.question === null ? "" : (slot.group.repeats ? "/" + slot.entry : "") + "/" + slot.question.id);
  }

  /** Whether a slot has no whole answer although its question is asked, or may be. */
  function isUnknown(answers, slot) {
    if (slot.question === null) {
      return !answered(answers, slot.group);
    }
    const entry = entryOf(answers, slot);
    return value(entry, slot.question) === undefined && asked(answers, slot.question, entry) !== NO;
  }

  /** The same answers with one put in, or taken out where it is undefined. */
  function put(answers, slot, answer) {
    const changed = entries(answers, slot.group).map((entry, index) => {
      if (index !== slot.entry) {
        return entry;
      }
      const copy = {...entry};
      delete copy[slot.question.id];
      return answer === undefined ? copy : {...copy, [slot.question.id]: answer};
    });
    return {...answers, [slot.group.id]: slot.group.repeats ? changed : changed[0]};
  }

  /** The same answers without those whose question is not asked. */
  function applicable(answers) {
    for (const group of groups.values()) {
      const given = entries(answers, group);
      for (let entry = 0; entry < given.length; entry++) {
        for (const question of group.questions) {
          if (isTold(given[entry], question) && asked(answers, question, given[entry]) === NO) {
            return applicable(put(answers, {group, entry, question}, undefined));
          }
        }
      }
    }
    return answers;
  }

  // ---- Conditions

  /** Whether an answer passes a comparison; undefined stands for unknown and for not asked. */
  function accepts(operator, question, literals, answer) {
    const order = () => typeof answer === "number"
      ? answer - Number(literals[0])
      : question.codes.indexOf(codes(answer)[0]) - question.codes.indexOf(literals[0]);
    const among = () => literals.includes(typeof answer === "number" ? String(answer) : codes(answer)[0]);
    const known = answer !== undefined;
    switch (operator) {
      case "== null": return !known;
      case "!= null": return known;
      case "==": case "in": return known && among();
      case "!=": case "not in": return !known || !among();
      case "contains": return known && codes(answer).includes(literals[0]);
      case "not contains": return !known || !codes(answer).includes(literals[0]);
      case "<": return known && order() < 0;
      case "<=": return known && order() <= 0;
      case ">": return known && order() > 0;
      case ">=": return known && order() >= 0;
      default: throw new Error("no operator " + operator);
    }
  }

  /**
   * Whether an entry passes a constraint, whatever else is chosen where a part of an answer is known.
   *
   * benefit: what is taken of each comparison with choices of which only others are known.
   */
  function passes(constraint, group, entry, benefit) {
    const [kind, parts, literals] = constraint;
    if (kind === "all") {
      return parts.every(part => passes(part, group, entry, benefit));
    }
    if (kind === "any") {
      return parts.some(part => passes(part, group, entry, benefit));
    }
    const question = group.byId.get(parts);
    const some = chosen(entry, question);
    if (some.length === 0) {
      return accepts(kind, question, literals, value(entry, question));
    }
    if (kind === "== null" || kind === "!= null") {
      return kind === "!= null";
    }
    const known = some.includes(literals[0]) || literals[0] === NONE;
    return known ? some.includes(literals[0]) !== (kind === "not contains") : benefit;
  }

  /** The entries that pass. */
  function passing(answers, group, constraint, benefit) {
    return entries(answers, group)
      .map((entry, index) => passes(constraint, group, entry, benefit) ? index : -1)
      .filter(index => index >= 0);
  }

  /** The ways in which a condition holds: which entries its plain patterns matched, and what is bound to them. */
  function matches(condition, answers, verdict) {
    const [kind, id, constraint, binding] = condition;
    switch (kind) {
      case "all":
        return id.reduce((ways, part) => {
          const more = ways.length === 0 ? [] : matches(part, answers, verdict);
          return ways.flatMap(way => more.map(each => ({
            matched: [...way.matched, ...each.matched],
            bound: {...way.bound, ...each.bound},
          })));
        }, [{matched: [], bound: {}}]);
      case "any":
        return id.flatMap(part => matches(part, answers, verdict));
      case "match": {
        const group = groups.get(id);
        return passing(answers, group, constraint, false).map(entry => ({
          matched: [{group, entry}],
          bound: binding === "" ? {} : {[binding]: entries(answers, group)[entry]},
        }));
      }
      default:
        return holds(condition, answers, verdict) ? [{matched: [], bound: {}}] : [];
    }
  }

  /** Whether a condition holds, on whatever entries. */
  function holds(condition, answers, verdict) {
    const [kind, id, constraint] = condition;
    switch (kind) {
      case "all": return id.every(part => holds(part, answers, verdict));
      case "any": return id.some(part => holds(part, answers, verdict));
      case "match": case "some": return passing(answers, groups.get(id), constraint, false).length > 0;
      case "none": return passing(answers, groups.get(id), constraint, true).length === 0;
      case "answered": return answered(answers, groups.get(id));
      case "verdict": return id.includes(verdict);
      default: throw new Error("no condition " + kind);
    }
  }

  /** The slots that a condition stands on where it matched these entries. */
  function support(condition, answers, verdict, matched) {
    const [kind, id, constraint] = condition;
    const of = entry => compared(constraint)
      .map(question => ({group: groups.get(id), entry, question: groups.get(id).byId.get(question)}))
      .filter(slot => isTold(entryOf(answers, slot), slot.question));
    switch (kind) {
      case "all": case "any":
        return id.filter(part => holds(part, answers, verdict))
          .flatMap(part => support(part, answers, verdict, matched));
      case "match":
        return passing(answers, groups.get(id), constraint, false)
          .filter(entry => matched.some(each => each.group.id === id && each.entry === entry))
          .flatMap(of);
      case "some":
        return passing(answers, groups.get(id), constraint, false).flatMap(of);
      case "none":
        return groups.get(id).repeats ? [{group: groups.get(id), entry: 0, question: null}] : of(0);
      case "answered":
        return [{group: groups.get(id), entry: 0, question: null}];
      default:
        return [];
    }
  }

  /** The ids of the questions that a constraint compares. */
  function compared([kind, parts]) {
    return kind === "all" || kind === "any" ? parts.flatMap(compared) : [parts];
  }

  /** Slots in the order of the questionnaire, each once. */
  function inOrder(some) {
    const byPointer = new Map(some.map(slot => [pointer(slot), slot]));
    const place = slot => slot.question === null ? -1 : slot.question.place;
    return [...byPointer.values()].sort((one, other) =>
      one.group.place - other.group.place || one.entry - other.entry || place(one) - place(other));
  }

  function delay(rule, bound) {
    if (rule.delay === undefined) {
      return null;
    }
    const [from, unit, question, binding] = rule.delay;
    return {amount: question === undefined ? from : from - bound[binding][question], unit};
  }

  /**
   * What fires: the findings where there is no verdict yet, the plan where there is one. Strictest effect first, then by rule.
   */
  function fired(answers, verdict) {
    const plan = verdict !== null;
    const own = tables.rules.filter(rule => (rule.effect === undefined) === plan && holds(rule.when, answers, verdict));
    return own.flatMap(rule => {
      const found = new Map();
      for (const match of matches(rule.when, answers, verdict)) {
        const standsOn = inOrder(support(rule.when, answers, verdict, match.matched));
        const wait = delay(rule, match.bound);
        const key = standsOn.map(pointer).join(" ");
        found.set(key + "|" + JSON.stringify(wait), {rule, standsOn, wait, key});
      }
      return [...found.values()].sort((one, other) => one.key < other.key ? -1 : one.key > other.key ? 1 : 0);
    });
  }

  // ---- The decision diagram

  const diagram = (() => {
    let d = null;
    /** Where the values of each level begin in what is open, and the children of each node. */
    let offsets = [];
    let starts = [];
    let terminals = 0;
    /** Whether more was left open than the answers do, for want of places or of ways. */
    let isLoose = false;

    function prepare(given) {
      d = given;
      terminals = given.terminals.length;
      offsets = running(given.arities);
      starts = running(given.levels.map(level => given.arities[level]));
      for (const group of Object.values(given.groups)) {
        group.byPasses = new Map(group.passes.map((passed, index) => [passed, index]));
        group.size = group.places[0].present - group.classes;
      }
    }

    function running(sizes) {
      const sums = [0];
      sizes.forEach(size => sums.push(sums[sums.length - 1] + size));
      return sums;
    }

    /** Leaves only these values of a level open. */
    function limit(way, level, values) {
      for (let each = 0; each < d.arities[level]; each++) {
        if (!values.includes(each)) {
          way[offsets[level] + each] = 0;
        }
      }
    }

    /** What an answer says of the levels of its question, from the first: the values that each may have. */
    function values(question, entry) {
      const answer = value(entry, question);
      switch (question.type) {
        case "integer": {
          const from = d.starts[question.path];
          return from.length === 1 ? [] : [[from.filter(start => start <= answer).length - 1]];
        }
        case "boolean":
          return [[answer ? 1 : 0]];
        case "choice":
          return question.codes.length === 1 ? [] : [[question.codes.indexOf(answer)]];
        default: {
          const some = answer === undefined ? chosen(entry, question) : answer;
          return question.codes
            .filter(code => code !== NONE)
            .map(code => some.includes(code) ? [1] : answer === undefined ? [0, 1] : [0]);
        }
      }
    }

    /**
     * Where answers stand in the diagram: by group, for each entry the place that it takes, "class" where it is one of a
     * class of entries, and null where no place is left for it.
     */
    function placed(answers) {
      const all = new Map();
      for (const [id, own] of Object.entries(d.groups)) {
        const group = groups.get(id);
        let free = 0;
        all.set(id, entries(answers, group).map(entry => {
          if (own.byPasses.has(passed(own, group, entry)) && isWhole(answers, group, entry)) {
            return "class";
          }
          return free < own.places.length ? own.places[free++] : null;
        }));
      }
      return all;
    }

    /** What tells an entry apart. */
    function passed(own, group, entry) {
      return own.patterns.map(pattern => passes(pattern, group, entry, false) ? "1" : "0").join("");
    }

    /** Whether everything that is asked of an entry is answered, and nothing that may not be asked. */
    function isWhole(answers, group, entry) {
      return group.questions.filter(question => question.type !== "text").every(question => {
        const known = value(entry, question) !== undefined;
        return asked(answers, question, entry) === (known ? YES : NO);
      });
    }

    /** The first level of what a slot says; undefined where it has none of its own. */
    function first(slot, places) {
      if (!slot.group.repeats) {
        return d.levelsOf[slot.question.path];
      }
      const place = places.get(slot.group.id)[slot.entry];
      return place === null || place === "class" ? undefined : place.levelsOf[slot.question.id];
    }

    function size(question) {
      switch (question.type) {
        case "integer": return d.starts[question.path].length === 1 ? 0 : 1;
        case "choice": return question.codes.length === 1 ? 0 : 1;
        case "choices": return question.codes.filter(code => code !== NONE).length;
        default: return 1;
      }
    }

    /** The levels that say what a slot does: the first, and the one after the last. */
    function stretch(slot, places) {
      if (slot.question === null) {
        const own = d.groups[slot.group.id];
        const last = own.places[own.places.length - 1];
        const inner = slot.group.questions.filter(question => question.type !== "text")
          .reduce((sum, question) => sum + size(question), 0);
        return [own.classes, last.present + 1 + own.places.length * inner];
      }
      const from = first(slot, places);
      return from === undefined ? stretch({...slot, question: null}, places) : [from, from + size(slot.question)];
    }

    /**
     * What answers leave open: by level, which values it may have. Where that is one of several ways, what is possible in one
     * of them is possible; no two have anything in common.
     */
    function ways(answers, places) {
      const base = new Uint8Array(offsets[d.arities.length]).fill(1);
      for (const [id, own] of Object.entries(d.groups)) {
        limitGroup(base, own, groups.get(id), answers, places.get(id));
      }
      let all = [base];
      for (const slot of slots(answers)) {
        const from = slot.question === null ? undefined : first(slot, places);
        const entry = entryOf(answers, slot);
        if (from !== undefined && isTold(entry, slot.question)) {
          values(slot.question, entry).forEach((own, index) => all.forEach(way => limit(way, from + index, own)));
          all = demanded(slot, answers, places, all);
        }
      }
      return all.filter(isPossible);
    }

    /** Which entries a group has, as far as that is known. */
    function limitGroup(way, own, group, answers, taken) {
      own.places.forEach(place => limit(way, place.present, [taken.includes(place) ? 1 : 0]));
      if (!answered(answers, group)) {
        return;
      }
      const there = new Set(entries(answers, group)
        .filter((entry, index) => taken[index] === "class")
        .map(entry => own.byPasses.get(passed(own, group, entry))));
      // An entry without a place may be of any class.
      const absent = taken.includes(null) ? [0, 1] : [0];
      for (let each = 0; each < own.size; each++) {
        limit(way, own.classes + each, there.has(each) ? [1] : absent);
      }
    }

    /** The ways in which what an answered question hangs on, but is not answered, makes it be asked. */
    function demanded(slot, answers, places, before) {
      return slot.question.askedWhen.reduce((all, requirement, index) => {
        const other = questions.get(requirement.question);
        const up = {group: other.group, entry: other.group === slot.group ? slot.entry : 0, question: other};
        const entry = entryOf(answers, up);
        if (value(entry, other) !== undefined || fulfilsInPart(requirement, chosen(entry, other)) === true) {
          return all;
        }
        return demanded(up, answers, places, forked(all, first(up, places), d.asked[slot.question.path][index]));
      }, before);
    }

    function forked(all, from, some) {
      if (some.length * all.length > MOST_WAYS) {
        isLoose = true;
        return all;
      }
      return all.flatMap(way => some.map(each => {
        const copy = way.slice();
        each.forEach((own, index) => limit(copy, from + index, own));
        return copy;
      }));
    }

    /** Whether something is left of every level. */
    function isPossible(way) {
      return d.arities.every((arity, level) => way.subarray(offsets[level], offsets[level] + arity).includes(1));
    }

    /** The terminals that can be reached: a bit for each. */
    function reached(way) {
      const known = new Int32Array(terminals + d.levels.length);
      const reach = node => {
        if (node < terminals) {
          return 1 << node;
        }
        if (known[node] === 0) {
          let all = 0;
          const at = node - terminals;
          const open = offsets[d.levels[at]];
          for (let each = starts[at]; each < starts[at + 1]; each++) {
            if (way[open + each - starts[at]]) {
              all |= reach(d.children[each]);
            }
          }
          known[node] = all;
        }
        return known[node];
      };
      return reach(d.root);
    }

    /** The function that a way leaves, reduced: equal parts are one, and what makes no difference is left out. */
    function restricted() {
      const unique = new Map();
      const support = new Set();
      const known = new Map();
      const restrict = (node, way) => {
        if (node < terminals) {
          return node;
        }
        if (!known.has(node)) {
          const at = node - terminals;
          const level = d.levels[at];
          const parts = [];
          for (let each = starts[at]; each < starts[at + 1]; each++) {
            if (way[offsets[level] + each - starts[at]]) {
              parts.push(restrict(d.children[each], way));
            }
          }
          let result = parts[0];
          if (parts.some(part => part !== result)) {
            const key = level + ":" + parts.join();
            if (!unique.has(key)) {
              unique.set(key, terminals + unique.size);
              support.add(level);
            }
            result = unique.get(key);
          }
          known.set(node, result);
        }
        return known.get(node);
      };
      return {restrict, support};
    }

    /** Whether a stretch of levels decides where what it may say is not a product of what each level may. */
    function decides(from, to, alike) {
      const {restrict} = restricted();
      const entering = new Set();
      const seen = new Set();
      const walk = node => {
        if (node < terminals || seen.has(node)) {
          return;
        }
        const at = node - terminals;
        const level = d.levels[at];
        if (level >= from) {
          if (level < to) {
            entering.add(node);
          }
          return;
        }
        seen.add(node);
        for (let each = starts[at]; each < starts[at + 1]; each++) {
          if (alike[0][offsets[level] + each - starts[at]]) {
            walk(d.children[each]);
          }
        }
      };
      walk(d.root);
      const leave = (node, way, after, met) => {
        if (met.has(node)) {
          return;
        }
        met.add(node);
        const at = node - terminals;
        if (node < terminals || d.levels[at] >= to) {
          after.add(restrict(node, alike[0]));
          return;
        }
        for (let each = starts[at]; each < starts[at + 1]; each++) {
          if (way[offsets[d.levels[at]] + each - starts[at]]) {
            leave(d.children[each], way, after, met);
          }
        }
      };
      return [...entering].some(node => {
        const after = new Set();
        alike.forEach(way => leave(node, way, after, new Set()));
        return after.size > 1;
      });
    }

    /** What answers leave possible: the verdicts, strictest first, and the open slots that can still change which it is. */
    function read(answers) {
      const places = placed(answers);
      isLoose = [...places.values()].some(taken => taken.includes(null));
      const all = ways(answers, places);
      const reach = all.reduce((bits, way) => bits | reached(way), 0);
      const possible = all.length === 0
        ? ["UNDECIDED"]
        : VERDICTS.filter(verdict => d.terminals.some((each, bit) => each === verdict && (reach >> bit & 1) === 1));
      return {possible, isLoose, deciding: () => possible.length < 2 ? [] : deciding(answers, places, all)};
    }

    function deciding(answers, places, all) {
      const support = new Set();
      all.forEach(way => {
        const left = restricted();
        left.restrict(d.root, way);
        left.support.forEach(level => support.add(level));
      });
      return slots(answers).filter(slot => isUnknown(answers, slot)).filter(slot => {
        const [from, to] = stretch(slot, places);
        return [...support].some(level => from <= level && level < to) || (all.length > 1 && isAcross(from, to, all));
      });
    }

    /** Whether a stretch decides of which the ways say something, but not one thing. */
    function isAcross(from, to, all) {
      const beside = new Map();
      all.forEach(way => {
        const key = way.slice(0, offsets[from]).join("") + "|" + way.slice(offsets[to]).join("");
        beside.set(key, [...(beside.get(key) || []), way]);
      });
      return [...beside.values()].some(alike => alike.length > 1 && decides(from, to, alike));
    }

    return {prepare, read};
  })();

  /** Fires the rules on answers and concludes. */
  function assess(answers) {
    const {possible, isLoose, deciding} = diagram.read(answers);
    const verdict = possible.length === 1 ? possible[0] : "UNDECIDED";
    const topics = tables.topics.map(([id]) => id);
    return {
      answers,
      verdict,
      possible,
      isLoose,
      findings: fired(answers, null),
      plan: fired(answers, verdict)
        .sort((one, other) => topics.indexOf(one.rule.topic) - topics.indexOf(other.rule.topic)),
      deciding: deciding(),
    };
  }

  /** Whether nothing that is still open can change the verdict. */
  function isCertain(answers) {
    return diagram.read(answers).possible.length === 1;
  }

  return {
    NOT_SURE, NONE, NO, OPEN, YES,
    rulebook,
    language: (tag, words) => { languages.set(tag, words); },
    tables: () => tables,
    languages,
    groups, questions,
    answers: {
      entries, answered, value, chosen, isTold, codes, fulfils, asked, because, slots, entryOf, pointer, isUnknown, put,
      applicable,
    },
    assess, isCertain,
  };
})();
