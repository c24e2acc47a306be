// What pages do beyond links and forms; everything works without it.
(function () {
    "use strict";

    // A page that replaced another one begins where a reader should begin.
    document.addEventListener("htmx:afterSettle", function (event) {
        if (!event.detail.boosted) {
            return;
        }
        var first = document.querySelector(".error-summary, .left") || document.querySelector("h1[tabindex]");
        if (first) {
            first.focus({preventScroll: true});
        }
        var open = document.querySelector(".left a");
        if (open) {
            document.querySelector(open.getAttribute("href")).scrollIntoView({block: "center"});
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
        form.querySelectorAll("[data-when], fieldset[data-unless]").forEach(function (field) {
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

    function asked(form) {
        return Array.from(form.querySelectorAll("fieldset.field:not([disabled])"));
    }

    function isComplete(form) {
        return asked(form).every(isAnswered);
    }

    // What was entered on a page and not sent yet is there again where the tab comes back to it. It ends with the tab, with being
    // sent, and with every other form, such as the one that deletes.
    function remember(form) {
        var entered = Array.from(form.elements).filter(function (field) {
            return field.name && field.name !== "shown" && (field.type === "text" || field.type === "textarea" || field.checked);
        }).map(function (field) {
            return [field.name, field.value];
        });
        stored(function (storage) {
            storage.setItem(form.getAttribute("action"), JSON.stringify(entered));
        });
    }

    function recall() {
        var form = document.getElementById("page");
        var entered = form && !document.querySelector(".error-summary") && stored(function (storage) {
            return JSON.parse(storage.getItem(form.getAttribute("action")));
        });
        if (!entered) {
            return;
        }
        Array.from(form.elements).forEach(function (field) {
            var own = entered.filter(function (each) {
                return each[0] === field.name;
            });
            if (field.type === "checkbox" || field.type === "radio") {
                field.checked = own.some(function (each) {
                    return each[1] === field.value;
                });
            } else if ((field.type === "text" || field.type === "textarea") && own.length > 0) {
                field.value = own[0][1];
            }
        });
        reveal(form);
    }

    // A browser may keep its storage from a page, as from one in another site's frame.
    function stored(use) {
        try {
            return use(window.sessionStorage);
        } catch (refused) {
            return null;
        }
    }

    document.addEventListener("submit", function (event) {
        stored(function (storage) {
            if (event.target.id === "page") {
                storage.removeItem(event.target.getAttribute("action"));
            } else {
                storage.clear();
            }
        });
    }, true);

    document.addEventListener("input", function (event) {
        if (event.target.form && event.target.form.id === "page") {
            if (event.target.type === "checkbox" ? event.target.checked : event.target.dataset.counts && event.target.value !== "") {
                exclude(event.target);
            }
            reveal(event.target.form);
            remember(event.target.form);
        }
    });

    // A page of single answers goes on by itself once all are given, where the last one was given by pointer: keys only move.
    // A question that the answer brings up may be far below, and is brought into view.
    document.addEventListener("click", function (event) {
        var radio = event.target;
        var pointed = event.detail > 0 || (event.pointerType && event.pointerType !== "");
        if (radio.type !== "radio" || !pointed || !radio.form || radio.form.id !== "page") {
            return;
        }
        var before = asked(radio.form);
        reveal(radio.form);
        var further = asked(radio.form).find(function (field) {
            return !before.includes(field) && !isAnswered(field);
        });
        if (further) {
            further.querySelector(".further").hidden = false;
            further.scrollIntoView({block: "center"});
        } else if (radio.form.dataset.turning && isComplete(radio.form)) {
            radio.form.requestSubmit(document.getElementById("continue"));
        }
    });

    document.addEventListener("click", function (event) {
        var link = event.target.closest(".copying") && document.getElementById("link");
        if (link && navigator.clipboard) {
            navigator.clipboard.writeText(link.value).then(function () {
                document.querySelector("#copied span").hidden = false;
            });
        }
    });

    function begin() {
        document.querySelectorAll(navigator.clipboard ? ".turning, .copying" : ".turning").forEach(function (offer) {
            offer.hidden = false;
        });
        recall();
    }

    begin();
    document.addEventListener("htmx:afterSettle", begin);

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
