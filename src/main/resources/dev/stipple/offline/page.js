/*
 * The page: asks, shows what was decided, and hands the answers on only where the person presses the button for it. Nothing is
 * stored and nothing is loaded once the page is there; closing it forgets everything.
 *
 * It lives in the element with the id "stipple". Its data-send is the address of the form's receiver, its data-language the
 * language to begin in, its data-level the level of its first heading.
 */
"use strict";

Stipple.page = (() => {
  const {NOT_SURE, NONE} = Stipple;
  const interview = Stipple.interview;
  const HERE = new URL(".", document.currentScript.src);
  const ROOT = "stipple";

  let root = null;
  let voice = null;
  let answers = {};
  let begun = false;
  const drawings = new Map();
  /** The drawings that stand in what is being put together. */
  const isTaken = new Set();

  // ---- What the page around it says

  /** The level of the first heading. */
  const firstLevel = () => /^[1-5]$/.test(root.dataset.level) ? Number(root.dataset.level) : 2;

  /** Where a form may be sent to; null where nowhere. */
  function receiver() {
    const to = root.dataset.send === undefined ? null : new URL(root.dataset.send, location.href);
    return to !== null && ["http:", "https:"].includes(to.protocol) ? to : null;
  }

  /** What was written on the element and has no effect, for whoever wrote it. */
  function misunderstood() {
    const {send, language, level, ...others} = root.dataset;
    return [
      ...Object.keys(others).map(name => "data-" + name + " is read by nothing here; there are data-send, data-language, data-level"),
      ...(send !== undefined && receiver() === null ? ["data-send is an address that begins with https"] : []),
      ...(language !== undefined && !Stipple.languages.has(language.split("-")[0])
        ? ["data-language is one of " + [...Stipple.languages.keys()].join(", ")] : []),
      ...(level !== undefined && String(firstLevel()) !== level ? ["data-level is from 1 to 5"] : []),
    ];
  }

  // ---- Making elements; no text is ever read as markup

  function h(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, given] of Object.entries(attributes || {})) {
      if (typeof given === "function") {
        element.addEventListener(name, given);
      } else if (given !== undefined && given !== null && given !== false) {
        element.setAttribute(name, given === true ? "" : given);
      }
    }
    element.append(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== false));
    return element;
  }

  const say = (key, ...given) => voice.say("messages", key, ...given);
  const own = (key, ...given) => voice.say("offline", key, ...given);
  const text = place => voice.text(place);
  const tables = () => Stipple.tables();

  const heading = (level, attributes, ...children) =>
    h("h" + (firstLevel() + level - 1), attributes, ...children);
  const link = (view, attributes, ...children) => h("a", {href: "#" + ROOT + "/" + view, ...attributes}, ...children);
  const folded = (title, ...children) => h("details", {}, h("summary", {}, title), ...children);
  const points = (all, attributes) => h("ul", attributes, all.map(each => h("li", {}, each)));

  /** A drawing, loaded when the page was, so that it is there without a network too; a second one, from the browser's cache. */
  function drawing(name, style) {
    const loaded = drawings.get(name);
    const image = loaded.isConnected || isTaken.has(loaded) ? loaded.cloneNode() : loaded;
    isTaken.add(loaded);
    image.className = style;
    return image;
  }

  function load() {
    const named = tables().groups.flatMap(group => group.questions)
      .flatMap(question => [question.picture, ...question.options.map(option => option.picture)]);
    const carded = interview.pages().flatMap(page => page.items).flatMap(interview.cardsOf).map(card => card.picture);
    for (const name of new Set([...named, ...carded].filter(Boolean))) {
      drawings.set(name, h("img", {src: new URL("pictures/" + name, HERE).href, alt: ""}));
    }
  }

  // ---- Where the person is

  const here = () => decodeURIComponent(location.hash).startsWith("#" + ROOT + "/")
    ? decodeURIComponent(location.hash).slice(ROOT.length + 2) : "start";

  function go(view) {
    if (here() === view) {
      show();
    } else {
      location.hash = "#" + ROOT + "/" + view;
    }
  }

  function show() {
    isTaken.clear();
    root.replaceChildren();
    const view = begun ? here() : "start";
    const page = interview.pages().find(each => "page-" + each.id === view);
    const shown = page !== undefined ? asking(page)
      : view === "check" ? checking() : view === "result" ? result() : view === "send" ? sending() : start();
    root.replaceChildren(languages(), h("div", {class: "view", "data-view": view}, shown));
    const first = root.querySelector("[tabindex='-1']");
    if (begun && first !== null) {
      first.focus({preventScroll: true});
      root.scrollIntoView();
    }
  }

  function languages() {
    return Stipple.languages.size < 2 ? "" : h("nav", {"aria-label": say("languages")}, h("ul", {class: "languages"},
      [...Stipple.languages].map(([tag, language]) => h("li", {}, tag === voice.tag
        ? h("span", {lang: tag, "aria-current": "true"}, language.name)
        : h("button", {type: "button", class: "link", lang: tag, click: () => speak(tag)}, language.name)))));
  }

  function speak(tag) {
    voice = Stipple.summary.voice(tag);
    root.lang = tag;
    if (root.dataset.level === "1") {
      document.documentElement.lang = tag;
      document.title = text(tables().title);
    }
    show();
  }

  // ---- The beginning

  function start() {
    return [
      heading(1, {tabindex: "-1"}, text(tables().title)),
      h("p", {class: "lead"}, text(tables().introduction)),
      h("section", {class: "note"},
        heading(2, {}, own("local.title")),
        h("p", {}, own(receiver() === null ? "local.text" : "local.text.send"))),
      h("ul", {}, h("li", {}, say("start.order")), h("li", {}, say("start.sources"))),
      h("div", {class: "actions"}, h("button", {type: "button", class: "main", click: begin}, say("start.begin"))),
      h("p", {class: "disclaimer"}, text(tables().disclaimer)),
    ];
  }

  function begin() {
    begun = true;
    answers = {};
    goOn();
  }

  /** On to the first page with something to ask, or to the check. */
  function goOn() {
    const page = interview.course(answers, Stipple.isCertain(answers)).next();
    go(page === undefined ? "check" : "page-" + page.id);
  }

  // ---- A page of questions

  function asking(page) {
    const base = interview.keyed(answers);
    const certain = Stipple.isCertain(base);
    const fields = h("div", {class: "fields"});
    const summary = h("div", {});
    const form = h("form", {novalidate: true, submit: event => {
      event.preventDefault();
      leave(page, base, certain, form, summary, event.submitter !== null && event.submitter.name === "unsure");
    }});
    const turning = turns(page, base, certain);
    form.addEventListener("input", event => {
      exclude(event.target, form);
      arrange(page, base, certain, form, fields);
    });
    form.addEventListener("click", event => {
      const pointed = event.detail > 0;
      if (turning && pointed && event.target.type === "radio" && isComplete(form)) {
        form.requestSubmit(form.querySelector("button.main"));
      }
    });
    arrange(page, base, certain, form, fields);
    form.append(
      fields,
      ...entriesOf(page, base, change => {
        answers = change(interview.read(page, base, certain, typed(form), false).answers);
        show();
      }),
      turning ? h("p", {class: "hint"}, say("page.turning")) : "",
      h("div", {class: "actions"},
        h("button", {type: "submit", class: "main"}, say("continue")),
        h("button", {type: "submit", name: "unsure"}, say("page.unsure"))));
    return [
      link(before(page), {class: "back"}, say("back")),
      progress(page),
      summary,
      heading(1, {tabindex: "-1"}, text(page.title)),
      page.hint === undefined ? "" : h("p", {class: "hint"}, text(page.hint)),
      certain ? sureAlready() : "",
      form,
    ];
  }

  /** Buttons that take entries out, or ask about one more. */
  function entriesOf(page, base, change) {
    return page.items.filter(item => item.kind === "entries").map(item => Stipple.groups.get(item.group))
      .filter(group => Stipple.answers.entries(base, group).length > 0)
      .map(group => h("div", {class: "actions"},
        Stipple.answers.entries(base, group).map((each, entry) => h("button", {
          type: "button", class: "link",
          click: () => change(changed => interview.removing(group, changed, each[interview.KEY])),
        }, voice.say("forms", "remove") + ": " + caption({group, entry, question: null}, base))),
        h("button", {
          type: "button", class: "link another", "data-group": group.id,
          click: () => change(changed => interview.adding(group, changed)),
        }, voice.say("messages", "entries.another", text(group.entry)))));
  }

  function sureAlready() {
    return h("div", {class: "note"}, h("p", {}, say("certain.text")), h("p", {}, link("check", {}, say("certain.stop"))));
  }

  function progress(page) {
    const sections = interview.sections();
    const at = sections.findIndex(section => section.pages.includes(page));
    if (at < 0) {
      return "";
    }
    const words = say("progress", at + 1, sections.length);
    return h("div", {class: "progress"},
      h("progress", {max: sections.length, value: at + 1, "aria-label": words}), h("p", {}, words));
  }

  /** The page before this one that asks something of this person. */
  function before(page) {
    const walked = interview.walked();
    const course = interview.course(answers, Stipple.isCertain(answers));
    const earlier = walked.slice(0, Math.max(0, walked.indexOf(page)))
      .filter(each => each.items.some(item => course.isShown(item, each)));
    return walked.includes(page) ? (earlier.length === 0 ? "start" : "page-" + earlier[earlier.length - 1].id) : "check";
  }

  const typed = form => {
    const all = new Map();
    form.querySelectorAll("fieldset[data-key]").forEach(field => {
      all.set(field.dataset.key, [...field.querySelectorAll("input, textarea")]
        .filter(input => input.type === "radio" || input.type === "checkbox" ? input.checked : input.value.trim() !== "")
        .map(input => input.value));
    });
    return all;
  };

  /** Whether a page may turn by itself once everything is answered: where there is nothing to tick. */
  function turns(page, base, certain) {
    const controls = interview.controls(page, base, base, certain);
    const single = control => control.item.kind === "cards"
      || (control.slot !== undefined && ["boolean", "choice"].includes(control.slot.question.type));
    return controls.length > 0
      && page.items.every(item => item.kind !== "entries")
      && controls.every(control => single(control)
        || (control.slot !== undefined && control.slot.question.type === "integer"))
      && single(controls[controls.length - 1]);
  }

  const isComplete = form => [...form.querySelectorAll("fieldset[data-key]")].every(field =>
    [...field.querySelectorAll("input")].some(input => input.type === "text" ? input.value.trim() !== "" : input.checked));

  /** An answer that stands alone and the others of its field exclude each other; so do an answer and not being sure. */
  function exclude(input, form) {
    const field = input.closest("fieldset[data-key]");
    if (field === null || (input.type === "checkbox" && !input.checked) || input.type === "radio") {
      return;
    }
    field.querySelectorAll("input").forEach(other => {
      if (other !== input && (input.dataset.alone || other.dataset.alone)) {
        if (other.type === "checkbox") {
          other.checked = false;
        } else if (input.dataset.alone && other.type === "text") {
          other.value = "";
        }
      }
    });
  }

  /** Shows the fields that are asked after what is typed so far; what stands there already stays as it is. */
  function arrange(page, base, certain, form, fields) {
    const draft = fields.childElementCount === 0 ? base : interview.read(page, base, certain, typed(form), false).answers;
    const wanted = interview.controls(page, draft, base, certain);
    const there = new Map([...fields.querySelectorAll("fieldset[data-key]")].map(field => [field.dataset.key, field]));
    const boxes = new Map([...fields.children].map(box => [box.dataset.box, box]));
    const order = [];
    for (const control of wanted) {
      const name = boxOf(control, draft);
      if (!boxes.has(name)) {
        boxes.set(name, box(control, draft, name));
      }
      if (!order.includes(name)) {
        order.push(name);
      }
      const field = there.get(control.key) || fieldOf(control, page, draft);
      there.delete(control.key);
      boxes.get(name).append(field);
    }
    there.forEach(field => field.remove());
    [...fields.children].filter(each => !order.includes(each.dataset.box)).forEach(each => each.remove());
    order.map(name => boxes.get(name)).forEach((each, place) => {
      if (fields.children[place] !== each) {
        fields.insertBefore(each, fields.children[place] || null);
      }
    });
  }

  /** What a field stands in: the table, the entry, or a place of its own. */
  function boxOf(control, draft) {
    return control.item.kind === "table" ? "table-" + control.item.id
      : control.item.kind === "entries" ? control.key.slice(control.key.indexOf("/")) + control.slot.group.id
        : "field-" + control.key;
  }

  function box(control, draft, name) {
    if (control.item.kind === "table") {
      return h("section", {class: "table", "data-box": name},
        heading(2, {}, text(control.item.text)),
        control.item.hint === undefined ? "" : h("p", {class: "hint"}, text(control.item.hint)));
    }
    if (control.item.kind === "entries") {
      return h("section", {class: "entry", "data-box": name}, heading(2, {}, caption(control.slot, draft)));
    }
    return h("div", {"data-box": name});
  }

  /** What an entry is called: by its kind, or by its number. */
  function caption(slot, draft) {
    const all = Stipple.answers.entries(draft, slot.group);
    const line = interview.lineOf(slot.group, all[slot.entry]);
    const entry = text(slot.group.entry || slot.group.title);
    return line !== undefined ? text(line.text) : entry[0].toUpperCase() + entry.slice(1) + " " + (slot.entry + 1);
  }

  let fieldCount = 0;

  function fieldOf(control, page, draft) {
    const id = ROOT + "-f" + ++fieldCount;
    const chosen = interview.saidOf(control, page, draft);
    const words = control.slot === undefined ? control.item : control.slot.question;
    const hint = words.hint === undefined ? "" : h("p", {class: "hint", id: id + "-hint"}, text(words.hint));
    const inTable = control.item.kind === "table" && control.slot.group.repeats;
    const field = h("fieldset", {"data-key": control.key, id, tabindex: "-1", "aria-describedby": hint === "" ? null : id + "-hint"},
      h("legend", {},
        inTable ? h("span", {class: "of"}, caption(control.slot, draft) + " ") : "",
        h("span", {class: "asked"}, text(words.text))),
      hint,
      control.item.kind === "ticks" ? ticks(control.item, id, chosen)
        : control.item.kind === "cards" ? cards(control.item, id, chosen)
          : answering(control.slot.question, id, chosen));
    return field;
  }

  function choice(id, type, code, words, chosen, more) {
    const {alone, picture, number} = more || {};
    return h("label", {class: alone ? "alone" : null},
      h("input", {type, name: id, value: code, checked: chosen.includes(code), "data-alone": alone ? "true" : null}),
      picture === undefined ? "" : drawing(picture, "small"),
      number === undefined ? "" : h("span", {class: "part", "aria-hidden": "true"}, number),
      h("span", {}, words));
  }

  const unsure = (id, type, chosen, words, alone) =>
    h("div", {class: "choices last"}, choice(id, type, NOT_SURE, words, chosen, {alone}));

  function ticks(item, id, chosen) {
    return [
      h("div", {class: "choices"},
        item.lines.map(line => choice(id, "checkbox", line.id, text(line.text), chosen)),
        choice(id, "checkbox", NONE, text(item.none), chosen, {alone: true})),
      unsure(id, "checkbox", chosen, item.lines.length > 1 ? say("unsure.list") : voice.say("forms", "notSure"), item.lines.length < 2),
    ];
  }

  function cards(item, id, chosen) {
    return [
      item.rows.map(row => {
        const all = h("div", {class: row.cards.some(card => card.picture) ? "choices drawn" : "choices"},
          row.cards.map(card => choice(id, "radio", card.id, text(card.text), chosen, {picture: card.picture})));
        const title = row.title === undefined ? "" : text(row.title);
        return row.folded
          ? h("details", {open: row.cards.some(card => chosen.includes(card.id))}, h("summary", {}, title), all)
          : [title === "" ? "" : h("p", {class: "row"}, title), all];
      }),
      unsure(id, "radio", chosen, voice.say("forms", "notSure"), false),
    ].flat(2);
  }

  function answering(question, id, chosen) {
    const picture = question.picture === undefined ? "" : drawing(question.picture, "drawing");
    switch (question.type) {
      case "integer":
        return [
          picture,
          h("div", {class: "number"},
            h("input", {
              type: "text", inputmode: "numeric", autocomplete: "off", name: id, "aria-label": text(question.text),
              value: chosen[0] === NOT_SURE ? "" : chosen[0] || "",
            }),
            h("span", {}, Stipple.summary.unit(voice, question.unit, 0))),
          unsure(id, "checkbox", chosen, voice.say("forms", "notSure"), true),
        ];
      case "text": {
        const area = h("textarea", {rows: "3", maxlength: "500", name: id, "aria-label": text(question.text)});
        area.value = chosen[0] === NOT_SURE ? "" : chosen[0] || "";
        return [h("p", {class: "hint"}, own("words")), area];
      }
      case "boolean":
        return [
          picture,
          h("div", {class: "choices two"}, ["true", "false"].map((code, place) =>
            choice(id, "radio", code, text(tables().yesNo[place]), chosen))),
          unsure(id, "radio", chosen, voice.say("forms", "notSure"), false),
        ];
      default: {
        const type = question.type === "choice" ? "radio" : "checkbox";
        return [
          picture,
          h("div", {class: question.options.some(option => option.picture) ? "choices drawn" : "choices"},
            question.options.map((option, place) => choice(id, type, option.code, text(option.text), chosen, {
              alone: type === "checkbox" && option.code === NONE,
              picture: option.picture,
              number: question.numbered ? place + 1 : undefined,
            }))),
          unsure(id, type, chosen, voice.say("forms", "notSure"), false),
        ];
      }
    }
  }

  /** Takes what was typed, or says what is wrong with it. */
  function leave(page, base, certain, form, summary, isUnsure) {
    const read = interview.read(page, base, certain, typed(form), isUnsure);
    form.querySelectorAll(".error").forEach(error => error.remove());
    summary.replaceChildren();
    if (read.faults.size === 0) {
      answers = read.answers;
      goOn();
      return;
    }
    const list = h("ul", {});
    for (const [key, [words, ...numbers]] of read.faults) {
      const field = [...form.querySelectorAll("fieldset[data-key]")].find(each => each.dataset.key === key);
      const problem = say(words, ...numbers);
      const error = h("p", {class: "error", id: field.id + "-fault"}, say("fault.prefix") + " " + problem);
      field.querySelector("legend").after(error);
      field.setAttribute("aria-describedby", [field.id + "-hint", error.id].filter(id => form.querySelector("#" + id)).join(" "));
      const asked = field.querySelector(".asked").textContent;
      list.append(h("li", {}, h("button", {type: "button", class: "link", click: () => field.focus()}, asked + " " + problem)));
    }
    const alert = h("div", {class: "error-summary", role: "alert", tabindex: "-1"}, heading(2, {}, say("fault.title")), list);
    summary.append(alert);
    alert.focus();
  }

  // ---- What was answered

  /** Every answer with the page on which it can be changed. */
  function rows() {
    return interview.pages().map(page => {
      const all = Stipple.answers.slots(answers)
        .filter(slot => interview.pageOf(slot) === page)
        .filter(slot => slot.question === null
          ? Stipple.answers.answered(answers, slot.group) || interview.isPassed(answers, slot)
          : Stipple.answers.isTold(Stipple.answers.entryOf(answers, slot), slot.question) || interview.isPassed(answers, slot));
      return {page, rows: all.map(row)};
    }).filter(each => each.rows.length > 0);
  }

  function row(slot) {
    const isKnown = slot.question === null ? Stipple.answers.answered(answers, slot.group)
      : Stipple.answers.isTold(Stipple.answers.entryOf(answers, slot), slot.question);
    const asked = Stipple.summary.asks(voice, slot);
    return h("div", {},
      h("dt", {}, slot.question !== null && slot.group.repeats ? caption(slot, answers) + ": " + asked : asked),
      h("dd", {}, isKnown ? Stipple.summary.answer(voice, answers, slot) : say("unsure.said")));
  }

  function checking() {
    const course = interview.course(answers, Stipple.isCertain(answers));
    const next = course.next();
    const denied = interview.denied(answers);
    return [
      heading(1, {tabindex: "-1"}, say("check.title")),
      next === undefined ? "" : h("p", {}, Stipple.isCertain(answers) ? say("check.stopped") : say("check.open", Stipple.assess(answers).deciding.length)),
      rows().map(({page, rows: all}) => h("section", {},
        h("div", {class: "titled"}, heading(2, {}, text(page.title)),
          link("page-" + page.id, {}, say("change"), " ", h("span", {class: "hidden"}, text(page.title)))),
        h("dl", {}, all))),
      denied.length === 0 ? "" : h("section", {class: "note"},
        h("p", {}, say("check.denied")),
        points(denied.map(each => text(each.text))),
        h("p", {}, say("check.denied.right"))),
      h("div", {class: "actions"},
        next === undefined ? "" : h("button", {type: "button", class: "main", click: goOn}, say("check.goOn")),
        h("button", {type: "button", class: next === undefined ? "main" : null, click: () => go("result")},
          denied.length > 0 && next === undefined ? say("check.right") : say("check.finish"))),
    ];
  }

  // ---- What was decided

  function result() {
    const assessment = Stipple.assess(answers);
    const summary = Stipple.summary.of(assessment, voice.tag, today());
    const verdict = tables().verdicts.find(each => each.code === assessment.verdict);
    const name = code => text(tables().verdicts.find(each => each.code === code).name);
    const section = (title, ...children) => h("section", {}, heading(2, {}, title), ...children);
    return [
      link("check", {class: "back"}, say("back")),
      h("section", {class: "verdict " + verdict.code.toLowerCase().replace(/_/g, "-")},
        h("p", {class: "caption"}, say("result.caption")),
        heading(1, {tabindex: "-1"}, h("span", {class: "sign", "aria-hidden": "true"}, verdict.sign), " ", text(verdict.name)),
        h("p", {class: "lead"}, summary.why),
        h("p", {}, text(verdict.meaning)),
        assessment.possible.length < 2 ? ""
          : h("p", {}, say("result.possible") + " " + assessment.possible.map(name).join(", "))),
      assessment.isLoose ? h("p", {class: "note"}, own("loose")) : "",
      summary.decides.length === 0 ? "" : section(say("result.decides"), points([
        ...summary.decides.map(each => each.because === null ? each.text : each.because),
        ...(summary.alsoFactors.length === 0 ? [] : [say("result.also") + " " + summary.alsoFactors.join(", ")]),
      ])),
      assessment.deciding.length === 0 ? "" : section(say("result.open"), points(inOrderOfPages(assessment.deciding)
        .slice(0, 5).map(slot => link("page-" + interview.pageOf(slot).id, {}, Stipple.summary.asks(voice, slot))))),
      summary.todo.length === 0 ? "" : section(say("result.todo"), h("ol", {class: "todo"}, summary.todo.map(stage =>
        h("li", {}, h("strong", {}, say("result.ways.action", stage.name)), " ", stage.steps.length === 1
          ? stage.steps[0].text : points(stage.steps.map(step => step.text)))))),
      summary.timeline.length === 0 ? "" : section(say("result.timeline"), h("ol", {class: "timeline"},
        summary.timeline.map(moment => h("li", {}, h("strong", {}, moment.about), " ", moment.text)))),
      h("div", {class: "actions"},
        receiver() === null ? "" : link("send", {class: "main button"}, say("result.handover")),
        h("button", {type: "button", click: keep}, own("keep")),
        h("button", {type: "button", click: () => print()}, own("print"))),
      planned(assessment, summary),
      everything(assessment),
      gaps(),
      folded(own("less.title"), h("p", {}, own("less.text")), h("p", {class: "hint"}, own("rules", tables().digest))),
      h("p", {class: "disclaimer"}, text(tables().disclaimer)),
      h("div", {class: "actions"}, h("button", {type: "button", click: () => { begun = false; go("start"); }}, own("again"))),
    ];
  }

  /** Today by the calendar of the person, at midnight of UTC, in which days are counted. */
  function today() {
    const now = new Date();
    return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
  }

  function inOrderOfPages(all) {
    const pages = interview.pages();
    return [...all].sort((one, other) => pages.indexOf(interview.pageOf(one)) - pages.indexOf(interview.pageOf(other)));
  }

  function planned(assessment, summary) {
    if (summary.plan.length === 0 && summary.general.length === 0) {
      return "";
    }
    return folded(say("result.plan"),
      points(summary.plan.map(each => each.text)),
      summary.general.length === 0 ? "" : folded(say("result.general"), tables().topics
        .map(([id, name]) => [name, summary.general.filter(rule => rule.topic === id)])
        .filter(([, rules]) => rules.length > 0)
        .map(([name, rules]) => [heading(3, {}, text(name)), points(rules.map(rule => text(rule.because)))])
        .flat()));
  }

  function everything(assessment) {
    const supports = assessment.findings.filter(finding => finding.rule.effect === "SUPPORTS");
    const others = assessment.findings.filter(finding => finding.rule.effect !== "SUPPORTS");
    const advice = [...new Set(assessment.plan.map(finding => finding.rule))];
    return folded(say("result.everything"),
      others.map(reason),
      supports.length === 0 ? "" : folded(say("result.supports", supports.length), supports.map(reason)),
      advice.length === 0 ? "" : folded(say("result.plan"), tables().topics
        .map(([id, name]) => [name, advice.filter(rule => rule.topic === id)])
        .filter(([, rules]) => rules.length > 0)
        .map(([name, rules]) => [
          heading(3, {}, text(name)),
          rules.map(rule => [h("p", {}, text(rule.because)), sources(rule)]),
        ]).flat(3)));
  }

  /** A finding with the answers that it stands on, and on whose word. */
  function reason(finding) {
    const rule = finding.rule;
    return h("article", {class: "reason"},
      heading(3, {}, text(tables().factors[rule.factor]) + " · " + text(tables().effects[rule.effect])),
      h("p", {}, text(rule.because)),
      finding.standsOn.length === 0 ? "" : points(finding.standsOn.map(slot => [
        Stipple.summary.asks(voice, slot) + " ", h("strong", {}, Stipple.summary.answer(voice, answers, slot)),
      ]).map(parts => h("span", {}, ...parts)), {class: "given"}),
      sources(rule));
  }

  function sources(rule) {
    const named = id => {
      const source = tables().sources[id];
      return source.title + ", " + source.publisher;
    };
    const cited = (rule.sources || []).map(id => {
      const source = tables().sources[id];
      return named(id) + (source.year === undefined ? "" : ", " + source.year)
        + " (" + say("strength." + source.strength.replace(/ /g, "-")) + ")";
    });
    const said = (words, each) => h("span", {}, h("strong", {}, words), " " + named(each.source) + ": " + text(each.says));
    return folded(say("result.sources"), points([
      ...cited,
      ...(rule.otherwise || []).map(each => said(say("result." + each.direction.toLowerCase()), each)),
      ...(rule.notes || []).map(each => said(say("result.note"), each)),
    ]));
  }

  /** What is not known, and why: none of it counts as a No. */
  function gaps() {
    const course = interview.course(answers, Stipple.isCertain(answers));
    const all = Stipple.answers.slots(answers);
    const not = all.filter(slot => slot.question !== null && !course.isAsked(slot))
      .filter(slot => Stipple.answers.asked(answers, slot.question, Stipple.answers.entryOf(answers, slot)) === Stipple.NO);
    const unknown = all.filter(slot => Stipple.answers.isUnknown(answers, slot) && !not.includes(slot));
    const passed = unknown.filter(slot => interview.isPassed(answers, slot));
    const spared = unknown.filter(slot => course.isSpared(slot));
    const yet = unknown.filter(slot => !passed.includes(slot) && !spared.includes(slot));
    const listed = (title, some, more) => some.length === 0 ? "" : [heading(3, {}, title), points(some.map(slot =>
      Stipple.summary.asks(voice, slot) + (more === undefined ? "" : more(slot))))];
    const left = slot => {
      const other = Stipple.answers.because(answers, slot);
      return other === undefined ? "" : " – " + say("gaps.because", Stipple.summary.asks(voice, other));
    };
    return unknown.length + not.length === 0 ? "" : folded(
      say("gaps.title", passed.length, not.length + spared.length + yet.length),
      h("p", {}, say("gaps.text")),
      [
        listed(say("gaps.unsure"), passed), listed(say("gaps.yet"), yet), listed(say("gaps.certain"), spared),
        listed(say("gaps.leftOut"), not, left),
      ].flat());
  }

  // ---- What the person does with it

  const json = () => JSON.stringify(answers, null, 2);

  /** Saves the answers as a file on this device. */
  function keep() {
    const address = URL.createObjectURL(new Blob([json() + "\n"], {type: "application/json"}));
    h("a", {href: address, download: "answers.json"}).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  /** Says what would be sent and to whom; the button is the person's choice. */
  function sending() {
    const to = receiver();
    if (to === null) {
      return result();
    }
    const field = (name, given) => h("input", {type: "hidden", name, value: given});
    return [
      link("result", {class: "back"}, say("back")),
      heading(1, {tabindex: "-1"}, own("send.title")),
      h("p", {}, own("send.text", to.host)),
      points([own("send.answers"), own("send.language"), own("send.rules")]),
      folded(own("send.see"), h("pre", {tabindex: "0"}, json())),
      h("form", {method: "post", action: to.href},
        field("answers", JSON.stringify(answers)), field("language", voice.tag), field("rulebook", tables().digest),
        h("div", {class: "actions"},
          h("button", {type: "submit", class: "main"}, own("send.yes")),
          link("result", {class: "button"}, own("send.no")))),
    ];
  }

  document.addEventListener("DOMContentLoaded", () => {
    root = document.getElementById(ROOT);
    root.classList.add(ROOT);
    load();
    misunderstood().forEach(each => console.warn("Stipple: " + each));
    window.addEventListener("hashchange", () => {
      if (location.hash === "" || location.hash.startsWith("#" + ROOT + "/")) {
        show();
      }
    });
    const wished = [root.dataset.language, ...navigator.languages].filter(Boolean);
    const spoken = wished.map(tag => [tag, tag.split("-")[0]].find(each => Stipple.languages.has(each))).find(Boolean);
    speak(spoken || tables().languages[0]);
  });

  return {answers: () => answers};
})();
