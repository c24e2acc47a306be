/* Puts what was decided into the words of one language: the short answer in its layers, as the server gives it. */
"use strict";

Stipple.summary = (() => {
  const {entries, value, chosen, isTold, codes} = Stipple.answers;

  /** How many reasons are told one by one, how many things that speak for it, and how much of the plan. */
  const MOST_REASONS = 5;
  const MOST_SUPPORTS = 3;
  const MOST_OF_PLAN = 6;
  const EVERYBODY = 1000;

  const WEIGHT = ["NOT_SUITABLE", "MEDICAL_CLEARANCE", "DEFER", "CONDITIONS", "SUPPORTS"];
  const OBJECTIONS = WEIGHT.slice(0, 3);

  // ---- Words

  /** Fills a pattern (java.text.MessageFormat, as far as the files of words use it). */
  function filled(pattern, ...given) {
    return pattern.replace(/''|\{(\d+)(?:,choice,((?:[^{}]|\{[^{}]*\})*))?\}/g, (all, place, choice) =>
      all === "''" ? "'" : choice === undefined ? String(given[place]) : filled(among(choice, given[place]), ...given));
  }

  /** The last part of a choice whose limit a number reaches; the first where it reaches none. */
  function among(choice, number) {
    const parts = choice.split("|").map(part => /^(-?\d+)([#<])([^]*)$/.exec(part));
    const reached = parts.filter(([, limit, sign]) => sign === "#" ? number >= Number(limit) : number > Number(limit));
    return (reached.length === 0 ? parts[0] : reached[reached.length - 1])[3];
  }

  /** What is said in a language: texts of the rulebook by their place, and words around them by file and key. */
  function voice(tag) {
    const language = Stipple.languages.get(tag);
    return {
      tag,
      text: place => language.texts[place],
      say: (file, key, ...given) => {
        const pattern = language.words[file][key];
        if (pattern === undefined) {
          throw new Error("no words for " + key);
        }
        return file === "summary" || given.length > 0 ? filled(pattern, ...given) : pattern;
      },
      month: day => language.months[day.getUTCMonth()],
    };
  }

  const upper = letter => letter !== letter.toLowerCase();

  /** Without a capital at the beginning, unless the first word is written in capitals. */
  const clause = text => text.length > 1 && !upper(text[1]) ? text[0].toLowerCase() + text.slice(1) : text;

  const sentence = text => text === "" ? "" : text[0].toUpperCase() + text.slice(1);

  // ---- Days

  /** When a wait is over; of months, at the end of a month that is shorter. */
  function end(day, wait) {
    const over = new Date(day);
    if (wait.unit === "months") {
      over.setUTCDate(1);
      over.setUTCMonth(over.getUTCMonth() + wait.amount);
      const last = new Date(Date.UTC(over.getUTCFullYear(), over.getUTCMonth() + 1, 0)).getUTCDate();
      over.setUTCDate(Math.min(day.getUTCDate(), last));
    } else {
      over.setUTCDate(over.getUTCDate() + wait.amount * (wait.unit === "weeks" ? 7 : 1));
    }
    return over;
  }

  const later = (day, days) => end(day, {amount: days, unit: "days"});
  const iso = day => day.toISOString().slice(0, 10);

  /** A day as a pattern of letters writes it: d, MMMM, uuuu. */
  function written(voice_, form, day) {
    return voice_.say("summary", form)
      .replace("uuuu", day.getUTCFullYear())
      .replace("d ", day.getUTCDate() + " ")
      .replace("MMMM", voice_.month(day));
  }

  // ---- Answers

  function unit(voice_, key, number) {
    const [one, other] = Stipple.tables().units[key];
    return voice_.text(number === 1 ? one : other);
  }

  /** One answer to one question, as people read it. */
  function worded(voice_, question, answer) {
    switch (question.type) {
      case "integer": return answer + " " + unit(voice_, question.unit, answer);
      case "boolean": return voice_.text(Stipple.tables().yesNo[answer ? 0 : 1]);
      default:
        return question.options.filter(option => codes(answer).includes(option.code))
          .map(option => voice_.text(option.text)).join("; ");
    }
  }

  /** The answer in a slot of which something is told; of a repeating group, how many entries of what. */
  function answer(voice_, answers, slot) {
    const all = entries(answers, slot.group);
    if (slot.question === null) {
      return all.length === 0 ? voice_.text(Stipple.tables().yesNo[1]) : all.length + " × " + voice_.text(slot.group.entry);
    }
    const known = value(all[slot.entry], slot.question);
    return known !== undefined
      ? worded(voice_, slot.question, known)
      : worded(voice_, slot.question, chosen(all[slot.entry], slot.question)) + "; " + voice_.say("forms", "notSureOfOthers");
  }

  const asks = (voice_, slot) => voice_.text(slot.question === null ? slot.group.asks : slot.question.text);

  // ---- What decides

  const perMille = rule => Stipple.tables().summary.common[rule.id] === undefined
    ? EVERYBODY : Stipple.tables().summary.common[rule.id];

  function weighs(effect, verdict) {
    return verdict === "SUITABLE" ? effect === "SUPPORTS"
      : verdict === "SUITABLE_WITH_CONDITIONS" ? effect === "CONDITIONS" : OBJECTIONS.includes(effect);
  }

  const roughDays = wait => wait.amount * {days: 1, weeks: 7, months: 30}[wait.unit];

  /** The findings that decide, one for each rule: that with the longest wait. */
  function deciding(assessment) {
    const byRule = new Map();
    for (const finding of assessment.findings.filter(each => weighs(each.rule.effect, assessment.verdict))) {
      const before = byRule.get(finding.rule.id);
      const longer = before === undefined || before.wait === null
        || (finding.wait !== null && roughDays(finding.wait) > roughDays(before.wait));
      byRule.set(finding.rule.id, longer ? finding : before);
    }
    const all = [...byRule.values()];
    return assessment.verdict === "SUITABLE" ? rarest(all, assessment.answers) : all;
  }

  /** What speaks for it in this person's case: what few others have, never that something is absent. */
  function rarest(supports, answers) {
    return supports
      .filter(finding => !finding.standsOn.every(slot => isAbsence(answers, slot)))
      .sort((one, other) => perMille(one.rule) - perMille(other.rule))
      .slice(0, MOST_SUPPORTS);
  }

  function isAbsence(answers, slot) {
    const all = entries(answers, slot.group);
    if (slot.question === null) {
      return all.length === 0;
    }
    const known = value(all[slot.entry], slot.question);
    return known === false || (known !== undefined && codes(known).length === 1 && codes(known)[0] === Stipple.NONE);
  }

  /** What is said of a finding in one line, with the person's own answers in it. */
  function line(voice_, assessment, finding) {
    const own = Stipple.tables().summary.reasons[finding.rule.id];
    const title = clause(voice_.text(finding.rule.title));
    if (own === undefined) {
      return title;
    }
    let missing = false;
    const text = voice_.text(own).replace(/\{([^{}]*)\}/g, (all, id) => {
      const slot = finding.standsOn.find(each => each.question !== null && each.question.id === id);
      missing = missing || slot === undefined;
      return slot === undefined ? "" : answer(voice_, assessment.answers, slot);
    });
    return missing ? title : text;
  }

  /** A reason for all findings with the same key, in the words of the strictest. */
  function gathered(findings, key, reason) {
    const by = new Map();
    findings.forEach(finding => by.set(key(finding), [...(by.get(key(finding)) || []), finding]));
    return [...by.values()]
      .sort((one, other) => WEIGHT.indexOf(one[0].rule.effect) - WEIGHT.indexOf(other[0].rule.effect))
      .map(reason);
  }

  // ---- The whole

  /** The layers of an assessment, in one language and as of a day from which waits count. */
  function of(assessment, tag, day) {
    const voice_ = voice(tag);
    const tables = Stipple.tables();
    const texts = tables.summary;
    const findings = deciding(assessment);
    const lineOf = finding => line(voice_, assessment, finding);
    const lines = [...new Set(findings.map(lineOf))];
    const factor = finding => voice_.text(tables.factors[finding.rule.factor]);

    const reason = group => {
      const first = group[0];
      const each = [...new Set(group.map(lineOf))];
      const named = first.rule.effect === "MEDICAL_CLEARANCE" && each.length === 2 ? 2 : 1;
      const others = each.length - named;
      const said = sentence(each.slice(0, named).join("; "));
      return {
        effect: first.rule.effect,
        effectName: voice_.text(tables.effects[first.rule.effect]),
        factorName: factor(first),
        text: others === 0 ? said + "." : voice_.say("summary", "and", said, others),
        because: lines.length === 1 ? voice_.text(first.rule.because) : null,
        rules: group.map(finding => finding.rule.id),
      };
    };
    const single = gathered(findings, lineOf, reason);
    const reasons = single.length <= MOST_REASONS ? single : gathered(findings, finding => finding.rule.factor, reason);
    const told = reasons.slice(0, MOST_REASONS);

    const suits = assessment.verdict !== "NOT_SUITABLE";
    const {until, about, timeAlone} = waitsOf(suits ? assessment.findings : []);

    const todo = stages();
    const why = whyAndWhen();
    const name = voice_.text(tables.verdicts.find(each => each.code === assessment.verdict).name);
    return {
      line: voice_.say("summary", "line", name, why),
      why: sentence(why),
      asOf: iso(day),
      until: until === null ? null : iso(until),
      decides: told,
      alsoFactors: [...new Set(reasons.map(each => each.factorName))]
        .filter(each => !told.some(reason_ => reason_.factorName === each)),
      todo,
      timeline: timeline(),
      plan: plan(),
      general: [...new Set(assessment.plan.map(finding => finding.rule))].filter(isGeneral),
    };

    /** Until when is to be waited, where somebody can say so, and whether time alone does it. */
    function waitsOf(found) {
      const open = effect => found.some(finding => finding.rule.effect === effect && finding.wait === null);
      const endless = open("DEFER");
      const longest = found.map(finding => endless ? null : finding.wait).filter(wait => wait !== null)
        .reduce((one, other) => one === null || end(day, other) > end(day, one) ? other : one, null);
      const over = longest === null ? null : end(day, longest);
      const form = longest !== null && longest.unit === "months" ? "month" : "day";
      return {
        until: over,
        about: () => voice_.say("summary", "about." + form, written(voice_, form, over)),
        timeAlone: !endless && !open("MEDICAL_CLEARANCE"),
      };
    }

    function whyAndWhen() {
      const again = until !== null && ["DEFER", "MEDICAL_CLEARANCE"].includes(assessment.verdict);
      return again ? plainWhy() + " " + voice_.say("summary", "again", about()) : plainWhy();
    }

    function plainWhy() {
      const first = lines.length === 0 ? "" : lines[0];
      switch (assessment.verdict) {
        case "UNDECIDED":
          return voice_.say("summary", "open", assessment.deciding.length)
            + (first === "" ? "" : " " + voice_.say("summary", "already", first));
        case "SUITABLE":
          return first === "" ? voice_.say("summary", "clear") : voice_.say("summary", "clear.and", first);
        default:
          return lines.length === 1 ? first + "." : first + ". " + voice_.say("summary", "others", lines.length - 1);
      }
    }

    function stages() {
      const fired = [...assessment.findings, ...assessment.plan].map(finding => finding.rule);
      return texts.kinds.map(([kind, place]) => {
        const leadsOn = rule => assessment.verdict !== "NOT_SUITABLE" || !texts.onTheWay.includes(kind)
          || rule.effect === "NOT_SUITABLE";
        const steps = texts.steps.filter(step => step.kind === kind)
          .map(step => ({
            text: voice_.text(step.text),
            rules: step.rules.filter(id => fired.some(rule => rule.id === id && leadsOn(rule))),
          }))
          .filter(step => step.rules.length > 0);
        const called = steps.flatMap(step => step.rules);
        const own = waitsOf(suits && kind === texts.waits
          ? assessment.findings.filter(finding => called.includes(finding.rule.id)) : []);
        return {
          kind,
          name: own.until === null ? voice_.text(place) : voice_.say("summary", "until", voice_.text(place), own.about()),
          until: own.until === null ? null : iso(own.until),
          steps,
        };
      }).filter(stage => stage.steps.length > 0);
    }

    function timeline() {
      if (["NOT_SUITABLE", "UNDECIDED"].includes(assessment.verdict) || texts.timeline.length === 0) {
        return [];
      }
      const moment = (text, at) => ({
        day: iso(at),
        about: written(voice_, at > later(day, 45) ? "month" : "day", at),
        text,
      });
      const after = texts.timeline.filter(each => each.kind === "" || todo.some(stage => stage.kind === each.kind));
      const moments = [moment(voice_.say("summary", "today"), day)];
      if (!timeAlone) {
        moments.push({about: voice_.say("summary", "then"), text: voice_.say("summary", "settled")});
        return moments.concat(after.map(each => ({about: longAfter(each.days), text: voice_.text(each.text)})));
      }
      let at = day;
      if (until !== null) {
        at = until;
        moments.push(moment(voice_.say("summary", "over"), at));
      }
      for (const each of after) {
        at = later(at, each.days);
        moments.push(moment(voice_.text(each.text), at));
      }
      return moments;
    }

    /** How long after something else, roughly. */
    function longAfter(days) {
      if (days === 0) {
        return voice_.say("summary", "then");
      }
      const [unit_, length] = days < 30 ? ["weeks", 7] : days < 365 ? ["months", 30] : ["years", 365];
      return voice_.say("summary", "later." + unit_, Math.round(days / length));
    }

    function plan() {
      const stepped = new Set(texts.steps.flatMap(step => step.rules));
      return [...new Set(assessment.plan.map(finding => finding.rule))]
        .filter(rule => !isGeneral(rule) && !stepped.has(rule.id))
        .sort((one, other) => perMille(one) - perMille(other))
        .slice(0, MOST_OF_PLAN)
        .map(rule => ({rule: rule.id, text: voice_.text(rule.because)}));
    }
  }

  /** Whether a recommendation reads no answer, and so is true of everybody with this verdict. */
  function isGeneral(rule) {
    const reads = ([kind, parts]) => kind === "all" || kind === "any"
      ? parts.some(reads) : ["match", "some", "none"].includes(kind);
    return !reads(rule.when);
  }

  return {of, voice, answer, asks, unit, isTold};
})();
