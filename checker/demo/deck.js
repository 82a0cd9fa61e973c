
// deck.js: shows one slide at a time. Without it they stand one below the other, as on paper.
(() => {
    "use strict";
    const slides = [...document.querySelectorAll(".slide")];
    const deck = document.getElementById("deck");
    const where = document.getElementById("where");
    const back = deck.querySelector("[data-go=back]");
    const next = deck.querySelector("[data-go=next]");
    let at = 0;

    const show = (slide, focus) => {
        at = Math.max(0, Math.min(slides.length - 1, slide));
        slides.forEach((item, number) => item.classList.toggle("now", number === at));
        where.textContent = (at + 1) + " of " + slides.length;
        back.disabled = at === 0;
        next.disabled = at === slides.length - 1;
        if (focus) slides[at].querySelector("h2").focus({ preventScroll: true });
        scrollTo(0, 0);
    };

    back.addEventListener("click", () => show(at - 1, false));
    next.addEventListener("click", () => show(at + 1, false));
    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        if ((event.key === " " || event.key === "Enter") && event.target.closest("button")) return;
        const to = { ArrowRight: at + 1, PageDown: at + 1, " ": at + 1, Enter: at + 1, ArrowLeft: at - 1, PageUp: at - 1,
            Backspace: at - 1, Home: 0, End: slides.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        show(to, true);
    });
    document.body.classList.add("playing");
    deck.hidden = false;
    // The address may name a slide: demo.html#slide=3.
    const wanted = /^#slide=(\d{1,6})$/.exec(location.hash);
    show(wanted ? Number(wanted[1]) - 1 : 0, false);
})();

