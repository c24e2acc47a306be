/*
 * In what order a person is asked, what is left out, and which answers a tick or a card stands for, as on the server's pages.
 */
"use strict";

Stipple.interview = (() => {
  const {NO, OPEN, YES, NOT_SURE, NONE} = Stipple;
  const {
    entries, answered, value, chosen, codes, fulfils, asked, isUnknown, put, applicable,
  } = Stipple.answers;

  /** What tells entries apart although others are removed; no part of the answers as JSON. */
  const KEY = Symbol("key");

  const questionAt = path => Stipple.questions.get(path);
  const sections = () => Stipple.tables().interview.sections;
  const walked = () => sections().flatMap(section => section.pages);
  const pages = () => [...walked(), ...Stipple.tables().interview.afterwards];

  // ---- What stands on a page

  const list = given => given === undefined ? [] : given;
  const cardsOf = item => list(item.rows).flatMap(row => row.cards);
  const ticksOf = page => page.items.filter(item => item.kind === "ticks");
  const linesOf = page => ticksOf(page).flatMap(item => item.lines);
  const distinct = all => [...new Set(all)];

  /** The questions that are asked by an item. */
  function questionsOf(item) {
    switch (item.kind) {
      case "ticks":
        return distinct(item.lines.filter(line => line.group === undefined).map(line => line.sets[0][0])).map(questionAt);
      case "cards":
        return distinct(cardsOf(item).flatMap(card => card.sets.map(([path]) => path))).map(questionAt);
      default:
        return list(item.questions).map(questionAt);
    }
  }

  /** The groups of which an item asks whether they have entries. */
  function groupsOf(item) {
    return distinct(list(item.lines).filter(line => line.group !== undefined).map(line => line.group))
      .map(id => Stipple.groups.get(id));
  }

  /** The page on which a slot is filled. */
  function pageOf(slot) {
    return pages().find(page => page.items.some(item =>
      slot.question === null ? groupsOf(item).includes(slot.group) : questionsOf(item).includes(slot.question)));
  }

  /** The slots that are filled by an item, as far as the answers tell. */
  function slotsOf(item, answers) {
    const own = questionsOf(item).filter(question => question.type !== "text").flatMap(question => placesOf(question, answers));
    return [...own, ...groupsOf(item).map(group => ({group, entry: 0, question: null}))];
  }

  /** The places for free words of an item. */
  function textsOf(item, answers) {
    return questionsOf(item).filter(question => question.type === "text").flatMap(question => placesOf(question, answers));
  }

  function placesOf(question, answers) {
    return entries(answers, question.group).map((each, entry) => ({group: question.group, entry, question}));
  }

  // ---- Whom is asked what

  const given = (answers, slot) =>
    slot.question === null ? answers[slot.group.id] : entries(answers, slot.group)[slot.entry][slot.question.id];

  /** Whether the person said that they are not sure, or, of words, that they have nothing to say. */
  function isPassed(answers, slot) {
    const own = given(answers, slot);
    return own === NOT_SURE || (slot.question !== null && Array.isArray(own) && own.includes(NOT_SURE));
  }

  function isCritical(slot) {
    return slot.question === null
      ? slot.group.questions.some(question => question.critical)
      : Boolean(slot.question.critical);
  }

  /** What is asked of one person, and what is left out, by answers that make the verdict certain or not. */
  function course(answers, certain) {
    const isAsked = slot => slot.question === null
      || asked(answers, slot.question, entries(answers, slot.group)[slot.entry]) === YES;
    const isEnded = () => certain && Stipple.tables().interview.ends.some(requirement => {
      const question = questionAt(requirement.question);
      const known = value(entries(answers, question.group)[0], question);
      return known !== undefined && fulfils(requirement, known);
    });
    const isWalked = slot => slot.question === null
      || walked().some(page => page.items.some(item => questionsOf(item).includes(slot.question)));
    const isSpared = slot => certain
      && (!isCritical(slot) || isEnded())
      && isUnknown(answers, slot)
      && !isPassed(answers, slot)
      && isWalked(slot);
    const isDue = item =>
      slotsOf(item, answers).some(slot =>
        isUnknown(answers, slot) && isAsked(slot) && !isPassed(answers, slot) && !isSpared(slot))
      || textsOf(item, answers).some(slot => isAsked(slot) && given(answers, slot) === undefined && !isEnded());
    const isShown = (item, page) => {
      if (item.kind === "ask" && isSetByCard(questionsOf(item)[0], page)) {
        return false;
      }
      return slotsOf(item, answers).some(slot => isAsked(slot) && !isSpared(slot))
        || (!isEnded() && textsOf(item, answers).some(isAsked));
    };
    /** Cards answer some questions in passing; those that the chosen one leaves open are asked below them. */
    const isSetByCard = (question, page) => {
      const cards = page.items.find(item => item.kind === "cards" && questionsOf(item).includes(question));
      if (cards === undefined) {
        return false;
      }
      const card = chosenCard(cards, answers);
      return card === undefined || card.sets.some(([path]) => path === question.path);
    };
    return {
      isAsked, isSpared, isShown,
      isDue: page => page.items.some(isDue),
      next: () => walked().find(page => page.items.some(isDue)),
    };
  }

  // ---- Ticks and cards

  /** Whether an answer of an entry is the one that a line or a card stands for. */
  function said(entry, [path, code]) {
    const question = questionAt(path);
    if (chosen(entry, question).includes(code)) {
      return YES;
    }
    const known = value(entry, question);
    return known === undefined ? OPEN : codes(known).includes(code) ? YES : NO;
  }

  const least = marks => marks.reduce((one, other) => Math.min(one, other), YES);

  /** Whether an entry is of a line. */
  const markOf = (line, entry) => least(line.sets.map(set => said(entry, set)));

  /** What the answers say of a line. */
  function mark(line, answers) {
    if (line.group === undefined) {
      return said(entries(answers, questionAt(line.sets[0][0]).group)[0], line.sets[0]);
    }
    const group = Stipple.groups.get(line.group);
    return answered(answers, group)
      ? entries(answers, group).reduce((most, entry) => Math.max(most, markOf(line, entry)), NO)
      : OPEN;
  }

  /** What the answers say of each line of a page. */
  const marks = (page, answers) => new Map(linesOf(page).map(line => [line.id, mark(line, answers)]));

  /** An answer as a tick sets it; of several choices, this one alone. */
  function answerOf([path, code]) {
    switch (questionAt(path).type) {
      case "boolean": return code === "true";
      case "integer": return Number(code);
      case "choices": return [code];
      default: return code;
    }
  }

  /** Of several ticked lines the one that is worst; all of them where the question does not say which one that is. */
  function worst(question, ticked) {
    if (ticked.length < 2 || question.worse === undefined) {
      return ticked;
    }
    const places = ticked.map(line => question.worse.indexOf(line.sets[0][1]));
    return places.includes(-1) ? ticked : [ticked[places.indexOf(Math.max(...places))]];
  }

  /** Whether two ticked lines of one choice exclude each other, neither being worse than the other. */
  function clash(page, after) {
    return questionsOfLines(page).some(question => question.type === "choice"
      && worst(question, linesAbout(page, question).filter(line => after.get(line.id) === YES)).length > 1);
  }

  const questionsOfLines = page => distinct(ticksOf(page).flatMap(questionsOf));
  const linesAbout = (page, question) =>
    linesOf(page).filter(line => line.group === undefined && line.sets[0][0] === question.path);

  /** The answer where no line about a question is ticked. */
  function otherwise(page, question) {
    const set = ticksOf(page).flatMap(item => list(item.noneSets)).find(([path]) => path === question.path);
    return set !== undefined ? answerOf(set)
      : question.type === "boolean" ? false : answerOf([question.path, NONE]);
  }

  /** What the marks say of a question; undefined where that is not known. */
  function marked(page, question, own, after) {
    const ticked = own.filter(line => after.get(line.id) === YES);
    const open = own.some(line => after.get(line.id) === OPEN);
    if (question.type === "choices") {
      const some = question.codes.filter(code => ticked.some(line => line.sets[0][1] === code));
      return open ? (some.length === 0 ? undefined : [...some, NOT_SURE])
        : some.length === 0 ? otherwise(page, question) : some;
    }
    return ticked.length > 0 ? answerOf(worst(question, ticked)[0].sets[0])
      : open ? undefined : otherwise(page, question);
  }

  /** The answers with the marks of a page's lines put in; what is said already stays untouched. */
  function tick(page, answers, after) {
    const before = marks(page, answers);
    const differs = own => own.some(line => before.get(line.id) !== after.get(line.id));
    let changed = answers;
    for (const question of questionsOfLines(page)) {
      const own = linesAbout(page, question);
      if (differs(own)) {
        changed = put(changed, {group: question.group, entry: 0, question}, marked(page, question, own, after));
      }
    }
    for (const group of distinct(ticksOf(page).flatMap(groupsOf))) {
      const own = linesOf(page).filter(line => line.group === group.id);
      if (differs(own)) {
        changed = tickEntries(changed, group, own, before, after);
      }
    }
    return applicable(changed);
  }

  /** An entry of no known kind stands for what may be there besides, as no list of a group can be left open in another way. */
  function tickEntries(answers, group, own, before, after) {
    const present = entries(answers, group);
    const open = own.some(line => after.get(line.id) === OPEN);
    const isOfNone = entry => own.every(line => markOf(line, entry) !== YES);
    const isGone = entry => isOfNone(entry)
      ? !open
      : own.some(line => markOf(line, entry) === YES && after.get(line.id) !== YES);
    const added = own
      .filter(line => after.get(line.id) === YES && before.get(line.id) !== YES)
      .map(line => Object.fromEntries([
        [KEY, line.id.replace(/[^A-Za-z0-9]/g, "-")],
        ...line.sets.map(set => [questionAt(set[0]).id, answerOf(set)]),
      ]));
    const left = [...present.filter(entry => !isGone(entry)), ...added];
    if (open && left.length === 0) {
      const forgotten = {...answers};
      delete forgotten[group.id];
      return forgotten;
    }
    const blank = open && !present.some(isOfNone) ? [{[KEY]: group.id}] : [];
    return {...answers, [group.id]: [...left, ...blank]};
  }

  /** The card whose answers were all given. */
  function chosenCard(item, answers) {
    return cardsOf(item).find(card => card.sets.every(set =>
      said(entries(answers, questionAt(set[0]).group)[0], set) === YES));
  }

  /** The answers with what a card says, and nothing of what other cards say; undefined makes unknown what any says. */
  function choose(item, answers, card) {
    if (card !== undefined && chosenCard(item, answers) === card) {
      return answers;
    }
    return applicable(questionsOf(item).reduce((changed, question) => {
      const set = card === undefined ? undefined : card.sets.find(([path]) => path === question.path);
      return put(changed, {group: question.group, entry: 0, question}, set === undefined ? undefined : answerOf(set));
    }, answers));
  }

  // ---- What a person sees of a page, and what they say on it

  let count = 0;

  /** The answers with every entry told apart. */
  function keyed(answers) {
    const changed = {...answers};
    for (const group of Stipple.groups.values()) {
      if (group.repeats && answered(answers, group)) {
        changed[group.id] = entries(answers, group)
          .map(entry => entry[KEY] === undefined ? {...entry, [KEY]: "entry-" + ++count} : entry);
      }
    }
    return changed;
  }

  const keyOf = (answers, slot) =>
    slot.question.path + (slot.group.repeats ? "/" + String(entries(answers, slot.group)[slot.entry][KEY]) : "");

  /**
   * What is to be filled in on a page as answers are: ticks, cards, and single questions, each with a key of its own.
   *
   * base: the answers with which the page was opened; entries that were added since are asked about once it is left.
   */
  function controls(page, answers, base, certain) {
    return page.items.flatMap(item => controlsOf(page, item, answers, base, certain));
  }

  function controlsOf(page, item, answers, base, certain) {
    const own = course(answers, certain);
    if (item.kind === "ticks") {
      return [{key: item.id, item}];
    }
    if (item.kind === "cards") {
      return own.isShown(item, page) ? [{key: item.id, item}] : [];
    }
    if (item.kind === "ask" && !own.isShown(item, page)) {
      return [];
    }
    const all = item.kind === "entries"
      ? entries(answers, Stipple.groups.get(item.group)).flatMap((each, entry) =>
        questionsOf(item).map(question => ({group: question.group, entry, question})))
      : questionsOf(item).flatMap(question => placesOf(question, answers));
    return all
      .filter(slot => isThere(slot, answers, base))
      .filter(slot => own.isAsked(slot) && !own.isSpared(slot) && !isToldByLine(slot, answers))
      .map(slot => ({key: keyOf(answers, slot), item, slot}));
  }

  /** Whether the entry of a slot was there when the page was opened. */
  function isThere(slot, answers, base) {
    const key = entries(answers, slot.group)[slot.entry][KEY];
    return !slot.group.repeats || entries(base, slot.group).some(entry => entry[KEY] === key);
  }

  /** The kind of an entry that a list told is not asked once more. */
  function isToldByLine(slot, answers) {
    return slot.group.repeats
      && given(answers, slot) !== undefined
      && linesOf(pageOf({group: slot.group, entry: 0, question: null}))
        .some(line => line.group === slot.group.id && line.sets.some(([path]) => path === slot.question.path));
  }

  /**
   * Reads a page, item by item, so that each is judged by the answers above it.
   *
   * typed: by key, the codes that are chosen, or what was typed
   * unsure: whether the person cannot answer what is left open
   * Returns the answers, and by key what is wrong: the key of the words for it, and their numbers.
   */
  function read(page, base, certain, typed, unsure) {
    const faults = new Map();
    let answers = base;
    for (const item of page.items) {
      for (const control of controlsOf(page, item, answers, base, certain)) {
        const own = typedIn(control.key, typed, unsure);
        const result = item.kind === "ticks" ? readTicks(page, item, answers, typed, unsure)
          : item.kind === "cards" ? readCards(item, answers, own)
            : readQuestion(control.slot, answers, own);
        if (result.fault === undefined) {
          answers = result.answers;
        } else {
          faults.set(control.key, result.fault);
        }
      }
    }
    return {answers: applicable(answers), faults};
  }

  function ticksFault(own) {
    return own.length === 0 ? ["fault.choices"] : own.includes(NONE) && own.length > 1 ? ["fault.none"] : undefined;
  }

  const typedIn = (key, typed, unsure) => list(typed.get(key)).length === 0 && unsure ? [NOT_SURE] : list(typed.get(key));

  function readTicks(page, item, answers, typed, unsure) {
    const own = typedIn(item.id, typed, unsure);
    const fault = ticksFault(own);
    if (fault !== undefined) {
      return {fault};
    }
    // Several lists of a page may be about one group.
    const after = marks(page, answers);
    for (const other of ticksOf(page)) {
      const theirs = typedIn(other.id, typed, unsure);
      if (ticksFault(theirs) === undefined) {
        const rest = theirs.includes(NOT_SURE) ? OPEN : NO;
        other.lines.forEach(line => after.set(line.id, theirs.includes(line.id) ? YES : rest));
      }
    }
    if (clash({...page, items: [item]}, after)) {
      return {fault: ["fault.clash"]};
    }
    const ticked = tick(page, answers, after);
    return {answers: own.includes(NOT_SURE) ? pass(item, ticked) : ticked};
  }

  /** Remembers of what an item leaves open that the person is not sure. */
  function pass(item, answers) {
    return slotsOf(item, answers).reduce((changed, slot) => {
      if (given(changed, slot) !== undefined) {
        return changed;
      }
      return slot.question === null ? {...changed, [slot.group.id]: NOT_SURE} : put(changed, slot, NOT_SURE);
    }, passKinds(item, answers));
  }

  /** The entry that stands for what may be there besides is of a kind that the person is not sure of. */
  function passKinds(item, answers) {
    return groupsOf(item).reduce((changed, group) => {
      const kinds = distinct(item.lines.filter(line => line.group === group.id)
        .flatMap(line => line.sets.map(([path]) => questionAt(path).id)));
      return Array.isArray(changed[group.id])
        ? {...changed, [group.id]: changed[group.id].map(entry => Object.keys(entry).length > 0 ? entry
          : {...entry, ...Object.fromEntries(kinds.map(kind => [kind, NOT_SURE]))})}
        : changed;
    }, answers);
  }

  function readCards(item, answers, own) {
    if (own.includes(NOT_SURE)) {
      return {answers: pass(item, choose(item, answers, undefined))};
    }
    const card = cardsOf(item).find(each => own.length === 1 && each.id === own[0]);
    return card === undefined ? {fault: ["fault.choice"]} : {answers: choose(item, answers, card)};
  }

  function readQuestion(slot, answers, own) {
    const question = slot.question;
    const into = answer => ({answers: put(answers, slot, answer)});
    if (question.type === "text") {
      const words = own.join("").trim();
      return [...words].length > 500 ? {fault: ["fault.text", 1, 500]} : into(words === "" ? NOT_SURE : words);
    }
    if (own.length === 1 && own[0] === NOT_SURE) {
      return into(NOT_SURE);
    }
    switch (question.type) {
      case "integer": {
        const digits = own.filter(each => each !== NOT_SURE).join("").trim();
        if (digits === "") {
          return {fault: ["fault.empty"]};
        }
        if (own.includes(NOT_SURE)) {
          return {fault: ["fault.unsure"]};
        }
        const number = /^\d{1,9}$/.test(digits) ? Number(digits) : NaN;
        return question.min <= number && number <= question.max ? into(number)
          : {fault: ["fault.number", question.min, question.max]};
      }
      case "boolean":
        return own.length === 1 ? into(own[0] === "true") : {fault: ["fault.choice"]};
      case "choice":
        return own.length === 1 ? into(own[0]) : {fault: ["fault.choice"]};
      default: {
        if (own.length === 0) {
          return {fault: ["fault.choices"]};
        }
        if (own.includes(NONE) && own.length > 1) {
          return {fault: ["fault.none"]};
        }
        return into([...question.codes.filter(code => own.includes(code)), ...own.filter(code => code === NOT_SURE)]);
      }
    }
  }

  /** What a control says already: codes, or what was typed. */
  function saidOf(control, page, answers) {
    if (control.item.kind === "ticks") {
      const own = marks(page, answers);
      const states = control.item.lines.map(line => own.get(line.id));
      const isPassedOver = states.includes(OPEN)
        && slotsOf(control.item, answers).every(slot => !isUnknown(answers, slot) || isPassed(answers, slot));
      return [
        ...control.item.lines.filter(line => own.get(line.id) === YES).map(line => line.id),
        ...(states.every(state => state === NO) ? [NONE] : []),
        ...(isPassedOver ? [NOT_SURE] : []),
      ];
    }
    if (control.item.kind === "cards") {
      const card = chosenCard(control.item, answers);
      return card !== undefined ? [card.id]
        : slotsOf(control.item, answers).some(slot => isPassed(answers, slot)) ? [NOT_SURE] : [];
    }
    const own = given(answers, control.slot);
    return own === undefined ? [] : Array.isArray(own) ? own : [String(own)];
  }

  /** What of the recap the answers deny. */
  function denied(answers) {
    const lines = walked().flatMap(page => linesOf(page));
    return Stipple.tables().interview.recap
      .filter(each => lines.some(line => line.id === each.id && mark(line, answers) === NO));
  }

  /** The line that an entry is of, where its kind is known. */
  function lineOf(group, entry) {
    return linesOf(pageOf({group, entry: 0, question: null}))
      .find(line => line.group === group.id && line.sets.length > 0 && markOf(line, entry) === YES);
  }

  /** One entry more, of which nothing is known yet. */
  function adding(group, answers) {
    return keyed({...answers, [group.id]: [...entries(answers, group), {}]});
  }

  /** Without an entry; with the last one it is unknown again whether there are any. */
  function removing(group, answers, key) {
    const left = entries(answers, group).filter(entry => entry[KEY] !== key);
    const changed = {...answers, [group.id]: left};
    if (left.length === 0) {
      delete changed[group.id];
    }
    return applicable(changed);
  }

  return {
    KEY, adding, removing, sections, pages, walked, course, marks, tick, choose, controls, read, saidOf, keyed, denied, lineOf, pageOf,
    isPassed, isCritical, cardsOf, pass,
  };
})();
