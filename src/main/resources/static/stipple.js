// What pages do beyond links and forms; everything works without it.
(function () {
    "use strict";

    // A page that replaced another one begins where a reader should begin.
    document.addEventListener("htmx:afterSettle", function (event) {
        if (!event.detail.boosted) {
            return;
        }
        var first = document.querySelector(".error-summary") || document.querySelector("h1[tabindex]");
        if (first) {
            first.focus({preventScroll: true});
        }
        report(true);
    });

    // An answer that stands alone and the others of its field exclude each other; so do an answer and not being sure.
    function exclude(box) {
        var alone = box.dataset.alone === "true";
        var unsure = box.dataset.unsure;
        fields(box).forEach(function (other) {
            var excluded = other !== box && (alone || unsure === "alone" || other.dataset.alone === "true"
                || other.dataset.unsure === "alone");
            if (excluded && other.type === "checkbox") {
                other.checked = false;
            } else if (excluded && unsure) {
                other.value = "";
            }
        });
    }

    function fields(input) {
        return Array.from(input.form.elements).filter(function (other) {
            return other.name === input.name;
        });
    }

    function answers(form) {
        var found = {};
        form.querySelectorAll("fieldset:not([disabled]) input[data-sets]:checked").forEach(function (input) {
            input.dataset.sets.split(" ").forEach(function (set) {
                var at = set.indexOf("=");
                (found[set.slice(0, at)] = found[set.slice(0, at)] || []).push(set.slice(at + 1));
            });
        });
        form.querySelectorAll("fieldset:not([disabled]) input[data-counts]").forEach(function (input) {
            if (/^\d+$/.test(input.value.trim())) {
                found[input.dataset.counts] = [input.value.trim()];
            }
        });
        return found;
    }

    // Whether a condition as in a=B|C, a!=B|C or a>1|2 holds.
    function holds(condition, found) {
        var parts = /^([^=!>]+)(!=|=|>)(.*)$/.exec(condition);
        var given = found[parts[1]];
        var codes = parts[3].split("|");
        if (!given) {
            return false;
        }
        if (parts[2] === ">") {
            return Number(given[0]) >= Number(codes[0]) && Number(given[0]) <= Number(codes[1]);
        }
        return given.some(function (code) {
            return codes.includes(code);
        }) === (parts[2] === "=");
    }

    // What an answer asks for besides comes right below it, and goes again with it.
    function reveal(form) {
        form.querySelectorAll("fieldset[data-when], fieldset[data-unless]").forEach(function (field) {
            var found = answers(form);
            var asked = (field.dataset.when || "").split(";").filter(Boolean).every(function (condition) {
                return holds(condition, found);
            });
            if (asked && field.dataset.unless) {
                var cards = Array.from(form.querySelectorAll("input[data-sets*=' ']:checked, input[data-sets]:checked"))
                    .filter(function (input) {
                        return !field.contains(input) && input.closest("fieldset").querySelector("input[data-sets*='" + field.dataset.unless + "=']");
                    });
                asked = cards.length > 0 && cards.every(function (input) {
                    return !(" " + input.dataset.sets).includes(" " + field.dataset.unless + "=");
                });
            }
            field.hidden = !asked;
            field.disabled = !asked;
        });
    }

    function isAnswered(field) {
        return Array.from(field.querySelectorAll("input:not([type=hidden])")).some(function (input) {
            return input.type === "text" ? input.value.trim() !== "" : input.checked;
        });
    }

    function isComplete(form) {
        return Array.from(form.querySelectorAll("fieldset.field:not([disabled])")).every(isAnswered);
    }

    document.addEventListener("input", function (event) {
        if (event.target.form && event.target.form.id === "page") {
            if (event.target.type === "checkbox" ? event.target.checked : event.target.dataset.counts && event.target.value !== "") {
                exclude(event.target);
            }
            reveal(event.target.form);
        }
    });

    // A page of single answers goes on by itself once all are given, where the last one was given by pointer: keys only move.
    document.addEventListener("click", function (event) {
        var radio = event.target;
        var pointed = event.detail > 0 || (event.pointerType && event.pointerType !== "");
        if (radio.type === "radio" && pointed && radio.form && radio.form.dataset.turning && isComplete(radio.form)) {
            radio.form.requestSubmit(document.getElementById("continue"));
        }
    });

    function announce() {
        document.querySelectorAll(".turning").forEach(function (hint) {
            hint.hidden = false;
        });
    }

    announce();
    document.addEventListener("htmx:afterSettle", announce);

    // Inside another page's frame: tells that page how high this one is, and whether it has turned to another one.
    function report(turned) {
        if (window.parent !== window) {
            document.documentElement.classList.add("embedded");
            window.parent.postMessage({stipple: {height: Math.ceil(document.body.getBoundingClientRect().height), turned: turned}}, "*");
        }
    }

    report(true);
    new ResizeObserver(function () {
        report(false);
    }).observe(document.documentElement);
})();
