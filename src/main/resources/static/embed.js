// Puts the intake where this script stands in another page, as high as what it shows.
// <script src="https://intake.example.org/embed.js" data-language="fr" async></script>
(function () {
    "use strict";

    var script = document.currentScript;
    var origin = new URL(script.src).origin;
    var language = script.dataset.language || document.documentElement.lang.slice(0, 2);
    var frame = document.createElement("iframe");
    frame.src = origin + "/intake" + (language ? "?language=" + encodeURIComponent(language) : "");
    frame.title = script.dataset.title || "Intake";
    frame.style.width = "100%";
    frame.style.height = "40rem";
    frame.style.border = "0";
    script.insertAdjacentElement("afterend", frame);

    window.addEventListener("message", function (event) {
        if (event.source !== frame.contentWindow || event.origin !== origin || !event.data.stipple) {
            return;
        }
        frame.style.height = event.data.stipple.height + "px";
        if (event.data.stipple.turned && frame.getBoundingClientRect().top < 0) {
            frame.scrollIntoView();
        }
    });
})();
