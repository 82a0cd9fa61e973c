
// page.js: the player of the HTML report. It shows the frames that stand in the page; all text goes in as text.
(() => {
    "use strict";
    const data = document.getElementById("frames");
    if (!data) return;
    const frames = JSON.parse(data.textContent);
    const last = frames.length - 1;
    const player = document.getElementById("player");
    const position = document.getElementById("position");
    const say = document.getElementById("say");
    const state = document.getElementById("state");
    const section = document.getElementById("interleaving");
    const rows = new Map();
    for (const row of section.querySelectorAll("tr[data-step]")) rows.set(Number(row.dataset.step), row);
    const buttons = {};
    for (const button of player.querySelectorAll("button")) buttons[button.dataset.go] = button;
    let at = 0;
    let timer = null;

    const element = (name, text, kind) => {
        const made = document.createElement(name);
        if (text !== undefined) made.textContent = text;
        if (kind) made.className = kind;
        return made;
    };

    const card = (title, lines, kind) => {
        const box = element("div", undefined, kind);
        box.append(element("h3", title));
        for (const line of lines) box.append(element("p", line));
        return box;
    };

    const showState = (frame) => {
        state.replaceChildren();
        for (const thread of frame.threads) {
            const lines = [thread.doing];
            if (thread.line > 0) lines.push(thread.file + ":" + thread.line);
            if (thread.holds.length > 0) lines.push("holds " + thread.holds.join(", "));
            state.append(card(thread.name + (thread.waits ? " (waits)" : ""), lines, thread.waits ? "waits" : ""));
        }
        if (frame.values.length > 0)
            state.append(card("values", frame.values.map(([name, value]) => name + " = " + value)));
        if (frame.output !== "") {
            const box = card("output so far", []);
            box.append(element("pre", frame.output));
            state.append(box);
        }
    };

    const showSource = (frame, moved) => {
        for (const line of document.querySelectorAll(".source .at")) {
            line.classList.remove("at");
            line.children[1].textContent = "";
        }
        for (const thread of frame.threads) {
            for (const source of document.querySelectorAll(".source")) {
                if (source.dataset.file !== thread.file || thread.line < 1) continue;
                const line = source.children[thread.line - 1];
                if (!line) continue;
                line.classList.add("at");
                const mark = line.children[1];
                const short = thread.name.replace(/^thread /, "");
                mark.textContent = mark.textContent === "" ? "\u25B6 " + short : mark.textContent + ", " + short;
                if (moved === thread.name) reveal(line);
            }
        }
    };

    // Scrolls only the box of the source, never the page away from the lanes.
    const reveal = (line) => {
        const box = document.getElementById("source");
        const inner = box.getBoundingClientRect();
        const outer = line.getBoundingClientRect();
        if (box.scrollHeight > box.clientHeight + 1 && (outer.top < inner.top || outer.bottom > inner.bottom))
            box.scrollTop += outer.top - inner.top - box.clientHeight / 2;
    };

    const show = (step, scroll) => {
        if (rows.has(at)) rows.get(at).removeAttribute("aria-current");
        at = Math.max(0, Math.min(last, step));
        const frame = frames[at];
        const row = rows.get(at);
        if (row) {
            row.setAttribute("aria-current", "step");
            if (scroll) row.scrollIntoView({ block: "nearest" });
        }
        position.value = at;
        const words = at === 0 ? "before the first step" : frame.say;
        position.setAttribute("aria-valuetext", "step " + at + " of " + last + ": " + words);
        say.textContent = "Step " + at + " of " + last + ": " + words;
        buttons.first.disabled = buttons.back.disabled = at === 0;
        buttons.step.disabled = buttons.last.disabled = at === last;
        showState(frame);
        const mover = at > 0 && frame.threads.find((thread) => frame.say.startsWith(thread.name + " "));
        showSource(frame, mover ? mover.name : "");
    };

    const pause = () => {
        clearInterval(timer);
        timer = null;
        buttons.play.textContent = "\u25B6 play";
        buttons.play.setAttribute("aria-pressed", "false");
    };

    const play = () => {
        if (timer !== null) return pause();
        if (at === last) show(0, true);
        buttons.play.textContent = "\u275A\u275A pause";
        buttons.play.setAttribute("aria-pressed", "true");
        timer = setInterval(() => {
            show(at + 1, true);
            if (at === last) pause();
        }, 1200);
    };

    const go = {
        first: () => { pause(); show(0, true); },
        back: () => { pause(); show(at - 1, true); },
        play,
        step: () => { pause(); show(at + 1, true); },
        last: () => { pause(); show(last, true); },
    };
    for (const [name, button] of Object.entries(buttons)) button.addEventListener("click", () => go[name]());
    position.max = last;
    position.addEventListener("input", () => { pause(); show(Number(position.value), true); });
    for (const [step, row] of rows) row.addEventListener("click", () => { pause(); show(step, false); });
    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.altKey || event.metaKey || event.target === position) return;
        if (event.key === " " && event.target.closest("button, summary")) return;
        const inside = section.contains(event.target);
        const action = { ArrowRight: "step", ArrowLeft: "back", " ": "play" }[event.key] ||
            (inside && { Home: "first", End: "last" }[event.key]);
        if (!action) return;
        event.preventDefault();
        go[action]();
    });
    player.hidden = false;
    // The address may name a step: report.html#step=3.
    const wanted = /^#step=(\d{1,6})$/.exec(location.hash);
    show(wanted ? Number(wanted[1]) : 0, Boolean(wanted));
})();
