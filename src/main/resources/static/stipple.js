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

    // An answer that stands alone and all others exclude each other.
    document.addEventListener("change", function (event) {
        var box = event.target;
        if (box.type !== "checkbox" || !box.checked) {
            return;
        }
        var alone = box.dataset.alone === "true";
        box.form.querySelectorAll("input[type=checkbox]").forEach(function (other) {
            if (other !== box && (alone || other.dataset.alone === "true")) {
                other.checked = false;
            }
        });
    });

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
